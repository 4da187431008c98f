public import EtudeStore

/// Gives the bytes of a text that is at hand.
public final class TextBytes: ByteReader {
    private var rest: [UInt8]

    /// A reader of a text.
    public init(_ text: String) {
        rest = Array(text.utf8)
    }

    /// A reader of bytes.
    public init(_ bytes: [UInt8]) {
        rest = bytes
    }

    /// All of them, then nothing.
    public func read() -> [UInt8] {
        defer { rest = [] }
        return rest
    }
}

@available(*, unavailable)
extension TextBytes: Sendable {}
