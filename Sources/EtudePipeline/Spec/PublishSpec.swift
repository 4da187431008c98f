import EtudeCore
import EtudeIngest

/// When a short release is published.
public struct PublishSpec: Sendable {
    /// The rows that every split must have at least; nil where the release must be complete.
    public var minimum: Int?

    init(_ reader: YAMLReader?) throws(EtudeError) {
        minimum = 1
        guard var reader else { return }
        if let word = try reader.string("minimum") {
            if word == "complete" {
                minimum = nil
            } else {
                guard let number = Int(word), number >= 0 else {
                    throw reader.failure("minimum", "`\(word)` should be a number of rows, or `complete`.")
                }
                minimum = number
            }
        }
        try reader.refuseUnknownKeys()
    }
}
