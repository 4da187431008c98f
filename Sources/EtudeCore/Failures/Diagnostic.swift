/// Something a person should know that does not end the command.
public struct Diagnostic: Sendable, Hashable, CustomStringConvertible {
    /// How much it matters.
    public enum Severity: String, Sendable, Hashable {
        /// Worth knowing.
        case note
        /// Probably not what was meant.
        case warning
        /// Wrong: a command that lints ends with exit 65.
        case error
    }

    /// How much it matters.
    public let severity: Severity
    /// The check that found it, such as `names-another-entry`.
    public let rule: String
    /// A sentence: what, and how to mend it.
    public let message: String
    /// Where it stands.
    public let place: Place?

    /// A finding.
    public init(_ severity: Severity, rule: String, _ message: String, at place: Place? = nil) {
        self.severity = severity
        self.rule = rule
        self.message = message
        self.place = place
    }

    /// The place, the severity, the message and the rule in one line.
    public var description: String {
        let start = place.map { "\($0): " } ?? ""
        return "\(start)\(severity.rawValue): \(message) [\(rule)]"
    }
}
