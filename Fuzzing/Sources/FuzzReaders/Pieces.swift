import EtudeStore

/// Gives bytes in pieces of a size, as a slow disk or an unpacker would.
final class Pieces: ByteReader {
    private var rest: ArraySlice<UInt8>
    private let size: Int

    init(_ bytes: ArraySlice<UInt8>, size: Int) {
        rest = bytes
        self.size = size
    }

    func read() -> [UInt8] {
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
    }
}
