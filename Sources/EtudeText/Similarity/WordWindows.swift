/// The runs of neighbouring words (n-grams) of a folded text, each with its hash.
public struct WordWindows: Sendable {
    private let key: [UInt8]
    private let ends: [Int]

    /// The runs of a text that ``Folding/key(of:)`` has folded.
    public init(ofKey key: [UInt8]) {
        self.key = key
        ends = key.isEmpty ? [] : Shingler(unit: .words, size: 1).ends(in: key)
    }

    /// How many words the text has.
    public var words: Int { ends.count }

    /// Calls a function with each run of some words, in order; with none where the text has fewer.
    ///
    /// - Parameters:
    ///   - size: how many words a run has, at least 1.
    ///   - body: takes the hash of a run (``TextHash``) and where it stands in the folded text.
    public func forEach(of size: Int, _ body: (_ hash: UInt64, _ range: Range<Int>) -> Void) {
        guard ends.count >= size else { return }
        let bytes = key.span
        var start = 0
        for last in (size - 1)..<ends.count {
            body(TextHash.hash(bytes, from: start, to: ends[last]), start..<ends[last])
            start = ends[last - size + 1] + 1
        }
    }
}
