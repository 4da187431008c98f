import Testing

@testable import EtudeCurate

/// An index whose texts are in memory, where nothing can fail.
extension DuplicateIndex {
    func match(for text: String) -> DuplicateMatch? {
        do {
            return try match(for: entry(text))
        } catch {
            Issue.record(error)
            return nil
        }
    }

    mutating func insert(id: String, text: String) {
        do {
            try insert(id: id, entry(text))
        } catch {
            Issue.record(error)
        }
    }
}
