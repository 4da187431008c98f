/// A place where a release breaks a rule.
public struct Violation: Sendable, Hashable, CustomStringConvertible {
    /// The rule's stable id, such as `split-skills`.
    public let rule: String
    /// The id of the row, or file and line where it has none that can be read.
    public let row: String
    /// What is wrong, as a sentence.
    public let message: String

    /// A broken rule with its place.
    public init(rule: String, row: String, message: String) {
        self.rule = rule
        self.row = row
        self.message = message
    }

    /// The row, the message and the rule in one line.
    public var description: String { "\(row): \(message) [\(rule)]" }
}
