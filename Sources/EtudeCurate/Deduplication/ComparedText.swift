/// What of a text is compared.
public struct ComparedText: Sendable {
    /// The folded words, joined by one blank, in UTF-8.
    let key: [UInt8]
    /// The hashes of its shingles, ascending, each once.
    let shingles: [UInt64]
    /// The words as written, of a text short enough for the rule of changed words.
    let words: [String]?
}
