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
        shingles(ofKey: Folding.key(text))
    }

    /// The hashes of the shingles of a text that ``Folding/key(_:)`` has folded already.
    public func shingles(ofKey key: String) -> [UInt64] {
        let key = Array(key.utf8)
        guard !key.isEmpty else { return [] }
        let starts = starts(in: key)
        var hashes: [UInt64] = []
        hashes.reserveCapacity(max(1, starts.count - size + 1))
        for first in 0...max(0, starts.count - size) {
            hashes.append(TextHash.hash(key, in: starts[first]..<end(of: first + size, in: key, starts)))
        }
        hashes.sort()
        var unique: [UInt64] = []
        unique.reserveCapacity(hashes.count)
        for hash in hashes where hash != unique.last { unique.append(hash) }
        return unique
    }

    /// Where the units begin in the bytes of a folded text.
    private func starts(in key: [UInt8]) -> [Int] {
        switch unit {
        case .characters: key.indices.filter { key[$0] & 0xC0 != 0x80 }
        case .words: [0] + key.indices.filter { key[$0] == 0x20 }.map { $0 + 1 }
        }
    }

    /// Where the shingle before a unit ends.
    private func end(of unit: Int, in key: [UInt8], _ starts: [Int]) -> Int {
        guard unit < starts.count else { return key.count }
        return self.unit == .words ? starts[unit] - 1 : starts[unit]
    }
}
