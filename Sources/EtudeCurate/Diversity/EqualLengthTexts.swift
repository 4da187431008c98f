import EtudeText

/// Texts cut to the same number of folded words; shorter ones are left out.
///
/// Length confounds every measure of how varied texts are (Shaib and others 2024, arXiv 2403.00553).
public struct EqualLengthTexts: Sendable {
    /// The numbers of words to which texts can be cut: a text needs one passage of four words.
    public static let wordsRange = 4...TextSample.maximumWords

    /// How many words each text has.
    public let words: Int
    /// How many texts there are.
    public var count: Int { keys.count }
    /// The texts, folded.
    let keys: [[UInt8]]

    /// The texts of a sample.
    ///
    /// - Parameters:
    ///   - sample: the sample.
    ///   - words: how many words each text is cut to, one of ``wordsRange``.
    ///   - most: how many texts are wanted at most; the first of the sample.
    public init(_ sample: TextSample, words: Int, most: Int = .max) {
        self.init(keys: sample.drawn.lazy.map(\.key), words: words, most: most)
    }

    /// Texts in an order of their own.
    ///
    /// - Parameters:
    ///   - texts: the texts.
    ///   - words: how many words each text is cut to, one of ``wordsRange``.
    public init(_ texts: [String], words: Int) {
        self.init(keys: texts.lazy.map { Folding.key(of: $0.utf8.span) }, words: words, most: .max)
    }

    private init(keys: some Sequence<[UInt8]>, words: Int, most: Int) {
        precondition(Self.wordsRange.contains(words), "Texts are cut to \(Self.wordsRange) words.")
        self.words = words
        self.keys = Array(keys.lazy.compactMap { FoldedWords.prefix(words, of: $0) }.prefix(most))
    }

    /// The number of words that nine in ten texts of a sample have, as far as ``wordsRange`` goes.
    ///
    /// - Parameter sample: the sample.
    /// - Returns: the number; the least of the range for a sample of nothing.
    public static func commonLength(of sample: TextSample) -> Int {
        let lengths = sample.drawn.map(\.words).sorted()
        guard !lengths.isEmpty else { return wordsRange.lowerBound }
        return min(max(lengths[lengths.count / 10], wordsRange.lowerBound), wordsRange.upperBound)
    }

    /// The texts with a line feed between them.
    var joined: [UInt8] {
        Array(keys.joined(separator: [0x0A]))
    }
}
