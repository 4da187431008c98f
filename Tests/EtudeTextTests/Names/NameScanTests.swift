import EtudeCore
import EtudeText
import Testing

/// Names are looked for in a text as it stands; what is found must be what is found in its folded words.
@Suite struct NameScanTests {
    private static let forms = [
        "ant", "red herring", "red herring fallacy", "camel's nose", "self-serving bias", "naïveté", "隐喻", "喻",
        "Straße",
        "the art", "art of war", "of", "anthropomorphization", "antidisestablishmentarianism nose", "x1", "1",
    ]
    private static let pieces = [
        "ant", "ANTS", "red", "Herring", "herrings", "fallacies", "camel's", "camel’s", "camels", "nose", "self",
        "serving",
        "biases", "naivete", "NAÏVETÉ", "nai\u{308}vete\u{301}", "隐喻", "隐", "喻", "strasse", "STRASSEN", "the", "art",
        "of", "war",
        "anthropomorphizations", "antidisestablishmentarianism", "x1", "1", "infrared", "herringbone", "don't", "''",
        "“red",
        "herring”", "red—herring", "red–herring", "ant…ant", "ζωή", "слово", "ant\u{200D}s", "ａｎｔ", "\u{301}",
        "e\u{301}", "ひと", "ant\u{FE0F}",
    ]
    private static let signs = [" ", " ", " ", "-", ", ", ".\n\n", "", "'", "’", "_", "\u{A0}", "\"", "\u{0}"]

    private static let matcher = NameMatcher(forms.map { NameMatcher.Name(owner: $0, form: $0) })

    @Test func `A text names what its folded words name, wherever in it`() {
        var random = SeededGenerator(seed: Seed(11))
        var matches = 0
        for _ in 0..<3000 {
            var text = String(repeating: "z", count: random.below(3) == 0 ? random.below(70) : 0)
            for _ in 0..<random.below(40) {
                text += Self.pieces[random.below(Self.pieces.count)] + Self.signs[random.below(Self.signs.count)]
            }
            let found = Self.matcher.matches(in: text)
            #expect(found == Self.matcher.matches(inNameWords: Folding.nameWords(text)), "\(text.debugDescription)")
            matches += found.count
        }
        #expect(matches > 15_000)
    }

    @Test func `Words are numbered on from text to text`() {
        var words: [Range<Int>] = []
        var reading = NameMatcher.Reading()
        let (text, parts) = Self.joined(["an ant’s", "", "three words here", "the art, of: war"], between: "|art of|")
        for part in parts {
            Self.matcher.scan(text.utf8.span, part, &reading) { words.append($1) }
            reading.endText()
        }
        #expect(reading.position == 9)
        #expect(words == [1..<2, 5..<7, 7..<8, 6..<9])
    }

    @Test func `A text is read in parts, and nothing beside them`() {
        var random = SeededGenerator(seed: Seed(12))
        let words = ["art", "of", "war", "ant", "red", "herring", "fallacy", "bee", "antant", "x1", "é", "it's"]
        for _ in 0..<500 {
            let list = (0..<random.below(60)).map { _ in words[random.below(words.count)] }
            var parts: [String] = []
            var start = 0
            while start < list.count {
                let end = min(list.count, start + random.below(12))
                parts.append(list[start..<end].joined(separator: " "))
                start = end
            }
            let (text, ranges) = Self.joined(parts, between: "antherring")
            var found: [[Int]] = []
            var reading = NameMatcher.Reading()
            for range in ranges {
                Self.matcher.scan(text.utf8.span, range, &reading) { found.append([$1.lowerBound, $1.upperBound, $0]) }
            }
            var whole: [[Int]] = []
            var other = NameMatcher.Reading()
            let plain = list.joined(separator: " ")
            Self.matcher.scan(plain.utf8.span, 0..<plain.utf8.count, &other) {
                whole.append([$1.lowerBound, $1.upperBound, $0])
            }
            #expect(found == whole)
            #expect(reading.position == list.count)
        }
    }

    /// Parts with something between them, and where they stand.
    private static func joined(_ parts: [String], between: String) -> (String, [Range<Int>]) {
        var text = between
        var ranges: [Range<Int>] = []
        for part in parts {
            ranges.append(text.utf8.count..<text.utf8.count + part.utf8.count)
            text += part + between
        }
        return (text, ranges)
    }

    @Test func `Of a word that is longer than a block all bytes count`() {
        let long = String(repeating: "ab1", count: 40)
        let matcher = NameMatcher([.init(owner: "long", form: long), .init(owner: "ant", form: "ant")])
        for space in 0..<70 {
            let text = String(repeating: " ", count: space) + long.uppercased() + " " + long + "c ant"
            #expect(matcher.matches(in: text).map(\.words) == [0..<1, 2..<3])
        }
    }

    @Test func `Many names are found beside one another`() {
        let names = (0..<30_000).map { NameMatcher.Name(owner: "\($0)", form: "n\($0) m\($0 / 7)") }
        let matcher = NameMatcher(names)
        let text = names.reversed().map(\.form).joined(separator: "; ")
        #expect(matcher.matches(in: text).map(\.owner) == names.reversed().map(\.owner))
    }
}
