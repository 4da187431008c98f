import GRDB

/// The keys that have an answer, 16 bytes of each.
///
/// A key that is not among them surely has none; one that is among them has one, unless half of a SHA-256 met another's.
struct KnownKeys {
    private var halves: Set<UInt128> = []

    /// The keys of all answers in the tables.
    init(_ database: Database) throws {
        let keys = try String.fetchCursor(database, sql: "SELECT key FROM answers")
        while let key = try keys.next() { insert(key) }
    }

    /// Adds a key.
    mutating func insert(_ key: String) { halves.insert(Self.half(of: key)) }

    /// Whether a key may have an answer.
    func contains(_ key: String) -> Bool { halves.contains(Self.half(of: key)) }

    /// The last 32 hexadecimal digits as a number.
    private static func half(of key: String) -> UInt128 {
        key.utf8.suffix(32).reduce(0) { $0 << 4 | UInt128($1 & 15 + $1 >> 6 * 9) }
    }
}
