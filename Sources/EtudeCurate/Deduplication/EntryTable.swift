/// Which entries were filed under which hashes of 32 bits.
///
/// Open addressing with linear probing: 8 bytes a slot, a third to a half of them free, and no pointer. The slots follow the
/// order of the hashes, so that a table grows by being read and written from front to back, by half at a time.
struct EntryTable: Sendable {
    /// No hash with its entry, for no entry is that large.
    private static let free = UInt64.max
    private static let entryBits: UInt64 = 0xFFFF_FFFF
    /// The entry of a slot whose own was taken out.
    private static let noEntry = entryBits - 1

    /// Each a hash in the high half and an entry in the low half.
    private var slots: [UInt64]
    /// How many slots are not free.
    private var count = 0

    /// An empty table with room for some entries.
    init(capacity: Int = 8) {
        slots = [UInt64](repeating: Self.free, count: max(8, capacity * 3 / 2))
    }

    /// Files an entry, which may stand under several hashes, under one.
    mutating func insert(_ entry: UInt32, under hash: UInt32) {
        makeRoom(for: 1)
        var slots = slots.mutableSpan
        Self.place(UInt64(hash) << 32 | UInt64(entry), in: &slots)
    }

    /// Files entries, of those under one hash only the first, and shows what stands under their hashes.
    ///
    /// - Parameters:
    ///   - filed: each a hash in the high half and an entry in the low half.
    ///   - base: the least of the entries.
    ///   - body: takes an entry that is to be filed, and one that stands under its hash. Where the latter is one of those
    ///     that are to be filed, the former is not filed.
    mutating func insert(_ filed: [UInt64], from base: UInt32, _ body: (_ slot: UInt64, _ other: UInt32) -> Void) {
        makeRoom(for: filed.count)
        count -= Self.file(filed, from: base, in: &slots, body)
    }

    /// Files entries, and says how many were not filed.
    @inline(__always)
    private static func file(
        _ filed: [UInt64],
        from base: UInt32,
        in slots: inout [UInt64],
        _ body: (_ slot: UInt64, _ other: UInt32) -> Void
    ) -> Int {
        var unfiled = 0
        var slots = slots.mutableSpan
        for start in stride(from: 0, to: filed.count, by: 64) {
            let block = start..<min(start + 64, filed.count)
            let taken = Self.taken(by: filed.span.extracting(block), in: slots.span)
            for index in block {
                let slot = filed[index]
                var place = Self.home(of: slot, among: slots.count)
                var isFiled = true
                // What was free before may have been taken by an entry of the block.
                if taken >> UInt64(index - start) & 1 == 1 || slots[place] != Self.free {
                    repeat {
                        if (slots[place] ^ slot) & ~Self.entryBits == 0, slots[place] & Self.entryBits != Self.noEntry {
                            let other = UInt32(slots[place] & Self.entryBits)
                            body(slot, other)
                            if other >= base { isFiled = false }
                        }
                        place += 1
                        if place == slots.count { place = 0 }
                    } while slots[place] != Self.free
                }
                if isFiled { slots[place] = slot } else { unfiled += 1 }
            }
        }
        return unfiled
    }

    /// Takes an entry out from under one hash.
    mutating func remove(_ entry: UInt32, under hash: UInt32) {
        let slot = UInt64(hash) << 32 | UInt64(entry)
        var index = Self.home(of: slot, among: slots.count)
        while slots[index] != Self.free {
            if slots[index] == slot { slots[index] = slot & ~Self.entryBits | Self.noEntry }
            index += 1
            if index == slots.count { index = 0 }
        }
    }

    /// Calls a function with each entry under a hash.
    @inline(__always)
    func forEach(under hash: UInt32, _ body: (UInt32) -> Void) {
        let key = UInt64(hash) << 32
        var index = Self.home(of: key, among: slots.count)
        while slots[index] != Self.free {
            let entry = slots[index] & Self.entryBits
            if slots[index] ^ entry == key, entry != Self.noEntry { body(UInt32(entry)) }
            index += 1
            if index == slots.count { index = 0 }
        }
    }

    /// A bit for each of at most 64 keys whose first slot is not free.
    ///
    /// All are asked for without a branch, so that no key waits for another's memory.
    @inline(__always)
    private static func taken(by keys: Span<UInt64>, in slots: Span<UInt64>) -> UInt64 {
        var taken: UInt64 = 0
        for index in 0..<keys.count {
            let isTaken: UInt64 = slots[home(of: keys[index], among: slots.count)] == free ? 0 : 1
            taken |= isTaken &<< UInt64(truncatingIfNeeded: index)
        }
        return taken
    }

    @inline(__always)
    private static func place(_ slot: UInt64, in slots: inout MutableSpan<UInt64>) {
        assert(slot & entryBits < noEntry, "Entries are numbered below 2^32 - 2.")
        var index = home(of: slot, among: slots.count)
        while slots[index] != free {
            index += 1
            if index == slots.count { index = 0 }
        }
        slots[index] = slot
    }

    /// Where a hash, in the high half of a slot, is looked for first.
    @inline(__always)
    private static func home(of slot: UInt64, among count: Int) -> Int {
        Int(truncatingIfNeeded: ((slot >> 32) &* UInt64(truncatingIfNeeded: count)) >> 32)
    }

    private mutating func makeRoom(for more: Int) {
        count += more
        guard count * 3 > slots.count * 2 else { return }
        var grown = [UInt64](repeating: Self.free, count: max(slots.count, count * 4 / 3) * 3 / 2)
        var places = grown.mutableSpan
        for slot in slots where slot != Self.free {
            if slot & Self.entryBits != Self.noEntry { Self.place(slot, in: &places) } else { count -= 1 }
        }
        slots = grown
    }
}
