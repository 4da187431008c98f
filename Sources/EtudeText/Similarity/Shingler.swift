import EtudeCore

/// Cuts folded text into overlapping pieces of equal length (shingles; Broder 1997) and hashes each.
public struct Shingler: Sendable, Hashable {
    /// What a shingle's length counts.
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        /// Unicode scalars of ``Folding/key(_:)``, the blanks between words included.
        case characters
        /// Folded words.
        case words
    }

    /// What the length counts.
    public let unit: Unit
    /// How many units make a shingle.
    public let size: Int

    /// A shingler.
    ///
    /// - Parameters:
    ///   - unit: what the length counts.
    ///   - size: how many units make a shingle, at least 1.
    public init(unit: Unit, size: Int) {
        precondition(size > 0, "A shingle holds at least one unit.")
        self.unit = unit
        self.size = size
    }

    /// The hashes of a text's shingles, ascending, each once.
    ///
    /// A text shorter than one shingle has one, the whole; a text without letters and digits has none.
    public func shingles(of text: String) -> [UInt64] {
        shingles(ofKey: Folding.key(of: text.utf8.span))
    }

    /// The hashes of the shingles, ascending, each once, of a text that ``Folding/key(of:)`` has folded already.
    public func shingles(ofKey key: [UInt8]) -> [UInt64] {
        var hashes = hashes(ofKey: key)
        hashes.sort()
        var unique: [UInt64] = []
        unique.reserveCapacity(hashes.count)
        for hash in hashes where hash != unique.last { unique.append(hash) }
        return unique
    }

    /// The hashes of the shingles of a folded text as they follow one another, repeats included.
    public func hashes(ofKey key: [UInt8]) -> [UInt64] {
        guard !key.isEmpty else { return [] }
        let ends = ends(in: key)
        let bytes = key.span
        guard ends.count > size else { return [TextHash.hash(bytes, from: 0, to: key.count)] }
        var hashes: [UInt64] = []
        hashes.reserveCapacity(ends.count - size + 1)
        let gap = unit == .words ? 1 : 0
        var start = 0
        for last in (size - 1)..<ends.count {
            hashes.append(TextHash.hash(bytes, from: start, to: ends[last]))
            start = ends[last - size + 1] + gap
        }
        return hashes
    }

    /// The passages of a folded text that consist of shingles which another text has too, each as long as can be.
    ///
    /// - Parameters:
    ///   - key: the folded text.
    ///   - shingles: those of the other text, ascending.
    /// - Returns: the passages in order; each window of a shingle's length in them is a shared shingle.
    public func passages(ofKey key: [UInt8], sharedWith shingles: [UInt64]) -> [String] {
        let ends = ends(in: key)
        let gap = unit == .words ? 1 : 0
        var passages: [Range<Int>] = []
        var previous = -2
        for (index, hash) in hashes(ofKey: key).enumerated() where Self.contains(hash, in: shingles) {
            let start = index == 0 ? 0 : ends[index - 1] + gap
            let joined = index == previous + 1 ? passages.popLast()?.lowerBound : nil
            passages.append((joined ?? start)..<ends[min(index + size, ends.count) - 1])
            previous = index
        }
        return passages.map { String(decoding: key[$0], as: UTF8.self) }
    }

    private static func contains(_ hash: UInt64, in shingles: [UInt64]) -> Bool {
        var (low, high) = (0, shingles.count)
        while low < high {
            let middle = (low + high) / 2
            if shingles[middle] < hash { low = middle + 1 } else { high = middle }
        }
        return low < shingles.count && shingles[low] == hash
    }

    /// Where the units of a folded text, which is not empty, end.
    func ends(in key: [UInt8]) -> [Int] {
        let blank = UInt8(ascii: " ")
        return [Int](capacity: unit == .words ? key.count / 2 + 1 : key.count) { ends in
            switch unit {
            case .words:
                let bytes = key.span
                var index = 0
                while index + 8 <= bytes.count {
                    // The high bit of each byte that is a blank: the key has no byte of 0x21, which alone would be mistaken.
                    let others = bytes.word(at: index) ^ 0x2020_2020_2020_2020
                    var blanks = (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
                    while blanks != 0 {
                        ends.append(index + blanks.trailingZeroBitCount / 8)
                        blanks &= blanks - 1
                    }
                    index += 8
                }
                for index in index..<bytes.count where bytes[index] == blank { ends.append(index) }
            case .characters:
                for index in 1..<key.count where key[index] & 0xC0 != 0x80 { ends.append(index) }
            }
            ends.append(key.count)
        }
    }
}
