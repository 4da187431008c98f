import EtudeCore
import EtudeText
import Testing

@Suite struct FoldingPropertyTests {
    /// Scalars of every kind that folding treats in its own way, between words of ASCII.
    private static let pieces: [String] = [
        "don't", "Wide-Mouth", "3.14", " ", "  ", "\t", "\n", "a", "Z", "'", "-", "_", "\u{0}", "\u{7F}", "’", "‘", "“",
        "”", "–", "—",
        "…", "\u{A0}", "\u{85}", "\u{2028}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{AD}", "é", "É", "ß", "ﬁ", "İ", "ı",
        "Å", "ø", "Ł", "ǅ",
        "Ω", "ς", "ΐ", "й", "Ё", "Ѵ", "Ԯ", "\u{301}", "\u{345}", "\u{483}", "\u{20DD}", "ʼ", "＇", "²", "½", "ª", "が",
        "か\u{3099}",
        "ァ", "今", "\u{FA19}", "한", "\u{1112}\u{1161}\u{11AB}", "हि", "ก้", "א", "ע\u{5B0}", "𝐀", "𐐀", "😀", "\u{10FFFF}",
        "\u{1F88}",
    ]

    @Test func `Random texts are folded as the rules say`() {
        var random = SeededGenerator(seed: Seed(9))
        for _ in 0..<3000 {
            let text = (0..<random.below(12)).map { _ in Self.pieces[random.below(Self.pieces.count)] }.joined()
            #expect(Folding.words(text) == ReferenceFolding.words(text), "\(text.debugDescription)")
            let written = ReferenceFolding.words(text, at: .blank)
            #expect(Folding.writtenWords(text) == written, "\(text.debugDescription)")
            #expect(Folding.key(of: text.utf8.span) == Array(Folding.words(text).joined(separator: " ").utf8))
        }
    }

    @Test func `Every scalar of the living scripts is folded as the rules say, alone and in a word`() {
        for value in (0..<0x3400 as Range<UInt32>) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "\(scalar) x\(scalar)Y"
            #expect(Folding.words(text) == ReferenceFolding.words(text), "U+\(String(value, radix: 16))")
        }
    }

    @Test(
        arguments: [[0xC3], [0x61, 0xE2, 0x80], [0xF0, 0x9F], [0xFF, 0x62], [0x80], [0xED, 0xA0, 0x80]] as [[UInt8]]
    )
    func `Bytes that are no UTF-8 do no harm`(bytes: [UInt8]) {
        #expect(Folding.key(of: bytes.span).count <= bytes.count + 1)
    }

    @Test func `Few written words are counted`() {
        let text = "Two wide-mouth jars"
        #expect(Folding.writtenWords(of: text.utf8.span, atMost: 3) == ["two", "widemouth", "jars"])
        #expect(Folding.writtenWords(of: text.utf8.span, atMost: 2) == nil)
        #expect(Folding.writtenWords(of: "…".utf8.span, atMost: 2) == [])
    }
}
