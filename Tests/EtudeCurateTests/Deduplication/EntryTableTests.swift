import EtudeCore
import Testing

@testable import EtudeCurate

@Suite struct EntryTableTests {
    @Test func `It finds every entry under its hashes, in order, and no other, however it grows`() {
        var random = SeededGenerator(seed: Seed(1))
        var table = EntryTable()
        var expected: [UInt32: [UInt32]] = [:]
        for entry in 0..<5000 as Range<UInt32> {
            // Few hashes at both ends, so that probing runs over the end and equal hashes meet.
            let hash = [UInt32(random.below(50)), .max - UInt32(random.below(50)), UInt32(random.below(1 << 32))]
            for hash in hash {
                table.insert(entry, under: hash)
                expected[hash, default: []].append(entry)
            }
        }
        for (hash, entries) in expected {
            var found: [UInt32] = []
            table.forEach(under: hash) { found.append($0) }
            #expect(found.sorted() == entries)
        }
        table.forEach(under: 77) { _ in Issue.record("nothing was filed there") }
    }

    @Test func `Of entries filed together the first under a hash stays, and shows with those before it`() {
        var table = EntryTable()
        table.insert(3, under: 7)
        var shown: [[UInt32]] = []
        let filed: [(hash: UInt64, entry: UInt64)] = [(7, 10), (8, 11), (7, 12), (8, 13), (9, 14)]
        table.insert(filed.map { $0.hash << 32 | $0.entry }, from: 10) { slot, other in
            shown.append([UInt32(truncatingIfNeeded: slot), other])
        }
        #expect(shown == [[10, 3], [12, 3], [12, 10], [13, 11]])
        #expect(entries(table, 7) == [3, 10])
        #expect(entries(table, 8) == [11])
        table.remove(3, under: 7)
        table.remove(11, under: 8)
        #expect(entries(table, 7) == [10])
        #expect(entries(table, 8).isEmpty)
        for entry in 20..<2000 as Range<UInt32> { table.insert(entry, under: 8) }
        #expect(entries(table, 8) == Array(20..<2000))
        #expect(entries(table, 7) == [10])
    }

    private func entries(_ table: EntryTable, _ hash: UInt32) -> [UInt32] {
        var entries: [UInt32] = []
        table.forEach(under: hash) { entries.append($0) }
        return entries.sorted()
    }
}
