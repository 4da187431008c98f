import EtudeModel

/// Cuts bytes that come in pieces into lines.
struct LineSplitter: Sendable {
    /// Bytes that a line may have.
    static let maximumLineBytes = 64 << 20

    private var rest: [UInt8] = []

    /// Adds a piece.
    ///
    /// - Parameter piece: the next bytes.
    /// - Returns: the lines that are whole now, without line feeds; blank ones are left out.
    /// - Throws: ``ModelFailure`` of kind `invalidBody` for a line that is too long.
    mutating func add(_ piece: some Collection<UInt8>) throws(ModelFailure) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var piece = piece[...]
        while let end = piece.firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(rest + piece[..<end])
            rest.removeAll(keepingCapacity: true)
            piece = piece[piece.index(after: end)...]
        }
        rest += piece
        guard rest.count <= Self.maximumLineBytes else {
            throw ModelFailure(.invalidBody, "A line of the results is longer than is ever read.", isRetryable: false)
        }
        return lines.filter(Self.holdsText)
    }

    /// What came after the last line feed, where there is anything.
    mutating func finish() -> [UInt8]? {
        defer { rest = [] }
        return Self.holdsText(rest) ? rest : nil
    }

    private static func holdsText(_ line: [UInt8]) -> Bool {
        line.contains { $0 > UInt8(ascii: " ") }
    }
}
