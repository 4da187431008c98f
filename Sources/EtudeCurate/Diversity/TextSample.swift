public import EtudeCore
import EtudeText

/// A uniform sample of texts, drawn while they go by, in memory that does not grow with their number.
///
/// Every text offered, in order, draws a number of a ``SeededGenerator``; those with the least numbers are the sample, in the
/// order of the numbers (bottom-k sampling). A smaller sample of the same seed is therefore the beginning of a larger one, and
/// the order tells nothing of the order of the file.
public struct TextSample: Sendable {
    /// The most words of a text that are looked at.
    public static let maximumWords = 1000

    /// A text of the sample.
    struct Text: Sendable {
        /// The number it drew.
        fileprivate let number: UInt64
        /// How many folded words it has.
        let words: Int
        /// The folded words, as far as they are looked at, joined by one blank.
        let key: [UInt8]
    }

    private let size: Int
    private let minimumWords: Int
    private var generator: SeededGenerator
    /// The texts with the least numbers so far, and some more.
    private var texts: [Text] = []
    /// What a number must be below.
    private var bound = UInt64.max

    /// An empty sample.
    ///
    /// - Parameters:
    ///   - size: the most texts, at least 1.
    ///   - seed: what the draws follow from.
    ///   - minimumWords: folded words that a text must have to be drawn.
    public init(size: Int, seed: Seed, minimumWords: Int = 1) {
        precondition(size > 0, "A sample holds at least one text.")
        self.size = size
        self.minimumWords = max(1, minimumWords)
        generator = SeededGenerator(seed: seed)
    }

    /// Offers a text in UTF-8.
    public mutating func offer(_ text: Span<UInt8>) {
        let number = generator.next()
        guard number < bound else { return }
        let key = Folding.key(of: text)
        let words = FoldedWords.count(in: key)
        guard words >= minimumWords else { return }
        let kept = FoldedWords.prefix(Self.maximumWords, of: key) ?? key
        texts.append(Text(number: number, words: words, key: kept))
        guard texts.count == 2 * size else { return }
        texts = drawn
        bound = texts.last?.number ?? bound
    }

    /// Offers a text.
    public mutating func offer(_ text: String) {
        offer(text.utf8.span)
    }

    /// The mean number of words of the texts drawn; nil where there are none.
    public var meanWords: Double? {
        let lengths = drawn.map(\.words)
        return lengths.isEmpty ? nil : Double(lengths.reduce(0, +)) / Double(lengths.count)
    }

    /// The texts drawn, in the order of their numbers.
    var drawn: [Text] {
        Array(texts.sorted { $0.number < $1.number }.prefix(size))
    }
}
