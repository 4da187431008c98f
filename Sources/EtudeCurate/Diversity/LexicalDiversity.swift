import EtudeCore

/// How varied the words of texts are.
///
/// Compression ratio, self-repetition and self-BLEU are the measures that Shaib and others (2024, arXiv 2403.00553) found to
/// suffice; distinct-n and how texts begin stand beside them. All are of texts cut to one length, folded: in small letters, without signs and diacritics. Figures compare only with
/// figures of as many texts of the same length.
public struct LexicalDiversity: Sendable, Hashable {
    /// How many texts were compared.
    public let texts: Int
    /// How many words each was cut to.
    public let words: Int
    /// Different n-grams per n-gram, for n from 1 to 4; 1 where none is repeated.
    public let distinct: [Double?]
    /// Bytes of the texts, joined by line feeds, per byte compressed: higher is more repetitive.
    public let compressionRatio: Double?
    /// The mean over texts of ln(1 + s), s being how many other texts share their 4-grams; 0 where none is shared.
    public let selfRepetition: Double?
    /// How the texts begin.
    public let openings: OpeningPhrases
    /// The mean BLEU-4 of each text with all others as references; nil of fewer than two texts.
    public let selfBLEU: Double?

    /// Measures texts.
    ///
    /// - Parameters:
    ///   - texts: the texts.
    ///   - compressedBytes: how many bytes a compressor makes of some.
    public init(of texts: EqualLengthTexts, compressedBytes: ([UInt8]) -> Int) {
        let grams = (1...SelfBLEU.longest).map { NGrams(of: texts, length: $0) }
        self.texts = texts.keys.count
        words = texts.words
        distinct = grams.map(\.distinctShare)
        selfRepetition = grams.last?.selfRepetition
        selfBLEU = SelfBLEU.mean(grams)
        openings = OpeningPhrases(of: texts)
        let joined = texts.joined
        compressionRatio = joined.isEmpty ? nil : Double(joined.count) / Double(compressedBytes(joined))
    }

    /// The figures as members of a JSON object; null for what is not defined.
    var members: [JSONMember] {
        [JSONMember("texts", .int(texts)), JSONMember("words", .int(words))]
            + distinct.enumerated().map { JSONMember("distinct_\($0 + 1)", .optional($1)) } + [
                JSONMember("compression_ratio", .optional(compressionRatio)),
                JSONMember("self_repetition", .optional(selfRepetition)),
                JSONMember("self_bleu", .optional(selfBLEU)),
                JSONMember("opening_share", .optional(openings.share)),
                JSONMember(
                    "openings",
                    .array(openings.frequent.map { ["words": .string($0.words), "texts": .int($0.texts)] })
                ),
            ]
    }
}

extension JSONValue {
    /// A number, or null for none.
    static func optional(_ number: Double?) -> JSONValue { number.map(JSONValue.double) ?? .null }
}
