/// A failure that ends a command, told as a sentence for a person.
public struct EtudeError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of failure it is; decides the exit code.
    public let code: Code
    /// What is wrong, where, and how to mend it.
    public let message: String
    /// The file, line and key concerned, as far as they are known.
    public let place: Place?

    /// A failure with its sentence.
    ///
    /// - Parameters:
    ///   - code: the kind.
    ///   - message: whole sentences: what, where, and how to mend it.
    ///   - place: the file, line and key, printed before the message.
    public init(_ code: Code, _ message: String, at place: Place? = nil) {
        self.code = code
        self.message = message
        self.place = place
    }

    /// The place, where there is one, and the message.
    public var description: String {
        place.map { "\($0): \(message)" } ?? message
    }
}
