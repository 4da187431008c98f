import EtudeCore
import EtudeStore

/// Gives bytes that were read before, then those of a reader.
final class HeadedReader: ByteReader {
    private var head: [UInt8]
    private let rest: any ByteReader

    init(_ head: [UInt8], _ rest: any ByteReader) {
        self.head = head
        self.rest = rest
    }

    func read() throws(EtudeError) -> [UInt8] {
        guard !head.isEmpty else { return try rest.read() }
        defer { head = [] }
        return head
    }
}

@available(*, unavailable)
extension HeadedReader: Sendable {}
