/// The closed tuples of a pool, as indexes, with a fast test.
struct ClosedTuples: Sendable, Hashable {
    /// The size of every tuple.
    let size: Int
    /// The tuples, indexes ascending.
    let tuples: [[Int]]
    private let keys: Set<UInt64>

    init(_ closed: Set<[String]>, in pool: [String]) {
        let index = Dictionary(uniqueKeysWithValues: zip(pool, pool.indices))
        let tuples = closed.map { $0.compactMap { index[$0] }.sorted() }
        self.tuples = tuples.sorted { $0.lexicographicallyPrecedes($1) }
        size = tuples.first?.count ?? 0
        keys = Set(tuples.map { $0.reduce(0) { Self.append(UInt64($1), to: $0) } })
    }

    /// Whether a set of skills holds one of the tuples.
    ///
    /// - Parameter skillIndexes: indexes in ascending order.
    /// - Returns: whether it does.
    func isHeld(by skillIndexes: [Int]) -> Bool {
        !keys.isEmpty && isHeld(by: skillIndexes[...], missing: size, key: 0)
    }

    private func isHeld(by rest: ArraySlice<Int>, missing: Int, key: UInt64) -> Bool {
        guard missing > 0 else { return keys.contains(key) }
        return rest.indices.contains { position in
            isHeld(
                by: rest[(position + 1)...],
                missing: missing - 1,
                key: Self.append(UInt64(rest[position]), to: key)
            )
        }
    }

    /// Three indexes of 21 bits fit a key.
    private static func append(_ index: UInt64, to key: UInt64) -> UInt64 { key << 21 | index }
}
