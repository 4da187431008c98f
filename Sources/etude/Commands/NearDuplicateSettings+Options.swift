import ArgumentParser
import EtudeCurate

extension NearDuplicateSettings {
    /// Refuses what options may not say.
    ///
    /// - Throws: `ValidationError` that names the option.
    func validateOptions() throws {
        guard shingle > 0 else { throw ValidationError("--shingle is at least 1.") }
        guard threshold > 0, threshold <= 1 else { throw ValidationError("--threshold lies above 0 and up to 1.") }
        guard Self.wordsChangedRange.contains(wordsChanged) else {
            throw ValidationError("--words-changed is 0, 1 or 2.")
        }
    }
}
