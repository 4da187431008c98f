/// The words of folded text, which one blank divides.
enum FoldedWords {
    private static let blank = UInt8(ascii: " ")

    /// How many words there are.
    static func count(in key: [UInt8]) -> Int {
        guard !key.isEmpty else { return 0 }
        var count = 1
        for letter in key where letter == blank { count += 1 }
        return count
    }

    /// The first words; nil where there are fewer.
    static func prefix(_ words: Int, of key: [UInt8]) -> [UInt8]? {
        var left = words
        for (index, letter) in key.enumerated() where letter == blank {
            left -= 1
            if left == 0 { return Array(key[..<index]) }
        }
        return left == 1 && !key.isEmpty ? key : nil
    }
}
