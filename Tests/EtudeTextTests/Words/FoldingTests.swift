import EtudeText
import Testing

@Suite struct FoldingTests {
    @Test(arguments: [
        ("", []),
        ("  \n\t ", []),
        ("?! … — 🙂", []),
        ("Hello, World!", ["hello", "world"]),
        ("don't DON’T don‘t donʼt", ["dont", "dont", "dont", "dont"]),
        ("Don't—Café's WIDE-mouth", ["dont", "cafes", "wide", "mouth"]),
        ("self-serving bias", ["self", "serving", "bias"]),
        ("snake_case/path.ext", ["snake", "case", "path", "ext"]),
        ("3.14 and 2nd", ["3", "14", "and", "2nd"]),
        ("Café CAFE\u{301} naïve", ["cafe", "cafe", "naive"]),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("Σίσυφος ΣΊΣΥΦΟΣ", ["σισυφοσ", "σισυφοσ"]),
        ("İstanbul ISTANBUL", ["istanbul", "istanbul"]),
        ("Żółć ﬁn", ["zołc", "fin"]),
        ("Чайковский", ["чаиковскии"]),
        ("soft\u{AD}ware zero\u{200B}width", ["software", "zero", "width"]),
        ("今天好", ["今", "天", "好"]),
        ("今x", ["今", "x"]),
        ("がっこう", ["が", "っ", "こ", "う"]),
        ("カメラ", ["カメラ"]),
        ("안녕 세상", ["안녕", "세상"]),
        ("हिन्दी", ["हिन्दी"]),
        ("\u{301}x", ["x"]),
        ("“Quoted” ‘words’", ["quoted", "words"]),
    ])
    func `Text is folded to words`(text: String, words: [String]) {
        let folded = Folding.words(text)
        #expect(folded == words)
        #expect(
            folded.map { Array($0.unicodeScalars) } == words.map { Array($0.unicodeScalars) },
            "normalization form C"
        )
        #expect(Folding.words(Folding.key(text)) == words)
    }

    @Test func `Writings of one word meet whatever their normalization form`() {
        #expect(Folding.key("e\u{301}a\u{308}o") == Folding.key("éäo"))
        #expect(Folding.key("\u{1112}\u{1161}\u{11AB}") == "한")
        #expect(Folding.key("か\u{3099}") == Folding.key("が"))
        #expect(Folding.key("か") != Folding.key("が"))
    }

    @Test func `The key ignores case, signs and blanks, and keeps the order of words`() {
        #expect(Folding.key(" The  QUEEN's\nhive—is full! ") == "the queens hive is full")
        #expect(Folding.key("a b") != Folding.key("b a"))
        #expect(Folding.key("a b") != Folding.key("ab"))
    }

    @Test func `Written words are what stands between blanks and dashes`() {
        #expect(
            Folding.writtenWords("A wide-mouth jar, 3.14 U.S. gallons—full… of") == [
                "a", "widemouth", "jar", "314", "us", "gallons", "full", "of",
            ]
        )
        #expect(Folding.writtenWords("今天 good-bye。") == ["今", "天", "goodbye"])
    }

    @Test func `Name words are folded and singular`() {
        #expect(
            Folding.nameWords("Red Herrings & Self-Serving Biases") == ["red", "herring", "self", "serving", "bias"]
        )
    }
}
