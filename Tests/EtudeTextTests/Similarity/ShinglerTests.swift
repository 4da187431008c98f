import Testing

@testable import EtudeText

@Suite struct ShinglerTests {
    @Test(
        arguments: [
            ("", 0), ("a", 0x1151_540D_849E_C754), ("hello", 0xA585_A576_E8D1_382A),
            ("foobar", 0x202F_871A_84B6_8A4A), ("한", 0x0781_D962_17F3_3E65),
            ("the bees hum in the lime tree", 0xC4FD_FEC9_5BE0_3697),
        ] as [(String, UInt64)]
    )
    func `The hash has its test vectors`(text: String, hash: UInt64) {
        #expect(TextHash.hash(text.utf8) == hash)
    }

    @Test func `The hash of a part is that of its bytes, wherever it stands`() {
        let bytes = Array("The quick brown fox jumps over the lazy dog, and the dog lets it jump.".utf8)
        for start in 0..<20 {
            for end in start..<bytes.count {
                #expect(TextHash.hash(bytes.span, from: start, to: end) == TextHash.hash(Array(bytes[start..<end])))
            }
        }
        #expect(TextHash.hash([0]) != TextHash.hash([0, 0]))
        #expect(TextHash.hash("xxxxxxx0yyyyyyy0".utf8) != TextHash.hash("xxxxxxxpyyyyyyyp".utf8))
    }

    @Test func `The finalizer is that of the generator`() {
        #expect(TextHash.mixed(0x9E37_79B9_7F4A_7C15) == 0xE220_A839_7B1D_CDAF)
        #expect(TextHash.mixed(0) == 0)
    }

    private func hashes(_ pieces: String...) -> [UInt64] { Set(pieces.map { TextHash.hash($0.utf8) }).sorted() }

    @Test func `Characters are cut from the folded text, blanks included`() {
        let shingler = Shingler(unit: .characters, size: 5)
        #expect(shingler.shingles(of: "The Bees!") == hashes("the b", "he be", "e bee", " bees"))
        #expect(shingler.shingles(of: "THE—bees") == shingler.shingles(of: "The Bees!"))
        #expect(shingler.shingles(of: "aaaaaaaa") == hashes("aaaaa"))
    }

    @Test func `Letters beyond ASCII count once`() {
        #expect(Shingler(unit: .characters, size: 2).shingles(of: "łłó한") == hashes("łł", "ło", "o한"))
    }

    @Test func `Words are cut in runs`() {
        let shingler = Shingler(unit: .words, size: 2)
        #expect(shingler.shingles(of: "The bees, the bees hum") == hashes("the bees", "bees the", "bees hum"))
        #expect(Shingler(unit: .words, size: 1).shingles(of: "The bees hum") == hashes("the", "bees", "hum"))
    }

    @Test func `Shared passages are runs of shared shingles`() {
        let shingler = Shingler(unit: .words, size: 2)
        func passages(_ text: String, _ other: String, _ shingler: Shingler) -> [String] {
            shingler.passages(ofKey: Array(Folding.key(text).utf8), sharedWith: shingler.shingles(of: other))
        }
        #expect(passages("a b c x d e", "a b c y d e", shingler) == ["a b c", "d e"])
        #expect(passages("a b c", "d e f", shingler).isEmpty)
        #expect(passages("a", "a", shingler) == ["a"])
        #expect(passages("a b c d", "A. b? c! d", shingler) == ["a b c d"])
        #expect(passages("a b x b c", "a b c", shingler) == ["a b", "b c"])
        #expect(passages("źdźbło a", "źdźbła a", Shingler(unit: .characters, size: 3)) == ["zdzbł"])
    }

    @Test(arguments: Shingler.Unit.allCases) func `A short text has one shingle, an empty one none`(unit: Shingler.Unit)
    {
        let shingler = Shingler(unit: unit, size: 5)
        #expect(shingler.shingles(of: "Hi.") == hashes("hi"))
        #expect(shingler.shingles(of: " …! ").isEmpty)
    }
}

@Suite struct JaccardTests {
    @Test(
        arguments: [
            ([], [], 1), ([1], [], 0), ([1, 2, 3], [1, 2, 3], 1), ([1, 2], [3, 4], 0), ([1, 2, 3], [2, 3, 4], 0.5),
            ([1, 5, 9], [5], 1.0 / 3),
        ] as [([UInt64], [UInt64], Double)]
    )
    func `It is the intersection over the union`(first: [UInt64], second: [UInt64], expected: Double) {
        #expect(Jaccard.similarity(first, second) == expected)
        #expect(Jaccard.similarity(second, first) == expected)
    }
}
