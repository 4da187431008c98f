public import EtudeCore

/// Keeps many texts in order, each of which may have to be read again.
public protocol TextStore: Sendable {
    /// How many texts there are.
    var count: Int { get }

    /// Adds a text.
    ///
    /// - Throws: ``EtudeError`` with code `io`, such as for a full disk.
    mutating func append(_ text: String) throws(EtudeError)

    /// The bytes of a text.
    ///
    /// - Parameter number: its number, from 0.
    /// - Returns: the text in UTF-8.
    /// - Throws: ``EtudeError`` with code `io`.
    func bytes(of number: Int) throws(EtudeError) -> [UInt8]
}
