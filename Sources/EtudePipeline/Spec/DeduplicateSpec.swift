import EtudeCore
public import EtudeCurate
import EtudeIngest
import EtudeText

/// When two texts are too near for both to be rows.
public struct DeduplicateSpec: Sendable {
    /// The near-duplicate rules.
    public var near: NearDuplicateSettings
    /// The rule of meaning; nil where there is none.
    public var semantic: SemanticSpec?

    init(_ reader: YAMLReader?, models: [ModelSpec]) throws(EtudeError) {
        near = NearDuplicateSettings()
        guard var reader else { return }
        if var rules = try reader.reader("near") {
            if let word = try rules.string("unit") {
                guard let unit = Shingler.Unit(rawValue: word) else {
                    throw rules.failure("unit", "`\(word)` should be `characters` or `words`.")
                }
                near.unit = unit
            }
            near.shingle = try rules.int("shingle") ?? near.shingle
            near.threshold = try rules.double("threshold") ?? near.threshold
            near.wordsChanged = try rules.int("words_changed") ?? near.wordsChanged
            guard (1...50).contains(near.shingle) else {
                throw rules.failure("shingle", "A shingle has from 1 to 50 units.")
            }
            guard near.threshold > 0, near.threshold <= 1 else {
                throw rules.failure("threshold", "A threshold lies above 0 and is at most 1.")
            }
            guard NearDuplicateSettings.wordsChangedRange.contains(near.wordsChanged) else {
                throw rules.failure("words_changed", "Texts that differ by 0, 1 or 2 words can be found.")
            }
            try rules.refuseUnknownKeys()
        }
        if let rule = try reader.reader("semantic") { semantic = try SemanticSpec(rule, models: models) }
        try reader.refuseUnknownKeys()
    }
}
