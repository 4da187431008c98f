import EtudeCore

/// The rows of a release from which a sample is drawn, in the memory of a few times the sample.
///
/// Every row has a number drawn by seed and id. Of each cell the rows with the smallest numbers are kept, and of those the ones
/// are taken whose skills the sample holds least often so far.
struct AuditPool {
    /// A row that may be drawn.
    struct Entry {
        let number: UInt64
        let cell: String
        let row: Row
    }

    private static let breadth = 8

    private let seed: Seed
    private let quotas: [String: Int]
    private var entries: [String: [Entry]] = [:]

    /// An empty pool.
    ///
    /// - Parameters:
    ///   - quotas: how many rows of each cell are wanted.
    ///   - seed: what the draw follows from.
    init(quotas: [String: Int], seed: Seed) {
        self.quotas = quotas
        self.seed = seed
    }

    /// Offers a row of a cell.
    mutating func offer(_ row: Row, of cell: String) {
        guard let quota = quotas[cell], quota > 0 else { return }
        entries[cell, default: []].append(Entry(number: seed.child("audit", row.id).value, cell: cell, row: row))
        let kept = quota * Self.breadth
        if entries[cell, default: []].count >= 2 * kept { entries[cell] = Self.smallest(kept, entries[cell] ?? []) }
    }

    /// The sample, in the order of the numbers drawn, so that its first rows are a sample as well.
    func drawn() -> [Row] {
        var uses: [String: Int] = [:]
        var sample: [Entry] = []
        for (cell, offered) in entries.sorted(by: { $0.key < $1.key }) {
            var left = Self.smallest((quotas[cell] ?? 0) * Self.breadth, offered)
            for _ in 0..<min(quotas[cell] ?? 0, left.count) {
                func use(_ entry: Entry) -> Int { entry.row.skills.map { uses[$0] ?? 0 }.reduce(0, +) }
                guard let best = left.indices.min(by: { (use(left[$0]), $0) < (use(left[$1]), $1) }) else { break }
                let entry = left.remove(at: best)
                for skill in entry.row.skills { uses[skill, default: 0] += 1 }
                sample.append(entry)
            }
        }
        return Self.smallest(sample.count, sample).map(\.row)
    }

    private static func smallest(_ count: Int, _ entries: [Entry]) -> [Entry] {
        Array(entries.sorted { ($0.number, $0.row.id) < ($1.number, $1.row.id) }.prefix(count))
    }

    /// How many rows of each cell belong in a sample: by the cells' shares, the largest remainders rounded up, and at least one
    /// of each cell where the sample is large enough.
    ///
    /// - Parameters:
    ///   - rows: the rows of each cell.
    ///   - count: the size of the sample.
    /// - Returns: the rows to draw; together as many as wanted, or all there are.
    static func quotas(_ rows: [String: Int], count: Int) -> [String: Int] {
        let cells = rows.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        let all = cells.map(\.value).reduce(0, +)
        guard all > count else { return rows }
        let floor = count >= cells.count ? 1 : 0
        var quotas: [String: Int] = [:]
        for (cell, size) in cells { quotas[cell] = max(floor, size * count / all) }
        func lack(_ cell: String, _ size: Int) -> Double {
            Double(size * count) / Double(all) - Double(quotas[cell] ?? 0)
        }
        while quotas.values.reduce(0, +) != count {
            let isShort = quotas.values.reduce(0, +) < count
            let open = cells.filter { isShort ? (quotas[$0.key] ?? 0) < $0.value : (quotas[$0.key] ?? 0) > floor }
            let next =
                isShort
                ? open.max { lack($0.key, $0.value) < lack($1.key, $1.value) }
                : open.min { lack($0.key, $0.value) < lack($1.key, $1.value) }
            guard let next else { break }
            quotas[next.key, default: 0] += isShort ? 1 : -1
        }
        return quotas
    }
}
