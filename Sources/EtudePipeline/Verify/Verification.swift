public import EtudeCore

/// What checking a release came to.
public struct Verification: Sendable {
    /// A broken rule.
    public struct Finding: Sendable, Hashable, CustomStringConvertible {
        /// The rule's stable id, such as `names-other-side`.
        public let rule: String
        /// The row's id, or the file and line.
        public let place: String
        /// What is wrong, as a sentence.
        public let message: String

        /// The place, the message and the rule in one line.
        public var description: String { "\(place): \(message) [\(rule)]" }
    }

    /// The release's folder.
    public let folder: String
    /// The digest that its files have.
    public let digest: String
    /// The broken rules.
    public let violations: [Finding]
    /// How many rows were checked.
    public let rows: Int

    /// What the certificate says of measurements, in sentences; they are not derived again.
    public let measured: [String]

    /// Whether nothing is wrong.
    public var isClean: Bool { violations.isEmpty }

    /// A sentence about the whole.
    public var summary: String {
        guard let first = violations.first else { return "\(folder): \(rows) rows, nothing is wrong." }
        let more = violations.count > 1 ? " and \(violations.count - 1) more" : ""
        return "\(folder) breaks rules: \(first)\(more)."
    }

    /// The same for programs.
    public var json: JSONValue {
        [
            "folder": .string(folder), "digest": .string(digest), "rows": .int(rows), "clean": .bool(isClean),
            "violations": .array(
                violations.map {
                    ["rule": .string($0.rule), "place": .string($0.place), "message": .string($0.message)]
                }
            ),
        ]
    }
}
