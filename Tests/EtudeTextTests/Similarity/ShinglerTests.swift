import EtudeText
import Testing

@Suite struct ShinglerTests {
    @Test(
        arguments: [
            ("", 0xF52A_15E9_A9B5_E89B), ("a", 0x02C0_BDBF_4814_20F8), ("hello", 0x16FE_05A1_C75B_CD0F),
            ("foobar", 0x404D_A9E3_B740_78C2), ("한", 0x3B71_D66D_E044_63B2),
        ] as [(String, UInt64)]
    )
    func `The hash has its test vectors`(text: String, hash: UInt64) {
        #expect(TextHash.hash(text.utf8) == hash)
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
