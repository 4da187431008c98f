/// A key or password that shows itself to nobody by accident.
public struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The secret itself, for the one place that sends it.
    public let value: String

    /// A secret.
    public init(_ value: String) {
        self.value = value
    }

    /// Three dots, whatever the secret.
    public var description: String { "•••" }
    /// Three dots, whatever the secret.
    public var debugDescription: String { description }
    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// A text in which every occurrence of the secret is replaced by three dots.
    public func redacted(from text: String) -> String {
        value.isEmpty
            ? text : text.split(separator: value, omittingEmptySubsequences: false).joined(separator: description)
    }
}
