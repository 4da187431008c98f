public import EtudeCore

/// Chooses the rows of a set with a given number of rows: equally many of each k, balanced over skills.
///
/// For each k there is one order of all rows, which depends on the seed and the rows only, and a set takes as many from its
/// start as it needs. So of two sets over the same rows and k the smaller lies inside the larger. The next row in the order
/// is one of the skill that has stood there least often, of these the one whose skills have together stood there least
/// often; ties, of skills and of rows, go to the least hash of the id under the seed.
public struct SetSelector: Sendable {
    /// What the choice needs to know of a row.
    public struct Candidate: Sendable, Hashable {
        /// The row's id.
        public let id: String
        /// How many skills it shows.
        public let k: Int
        /// The ids of its skills.
        public let skills: [String]

        /// A row that may be chosen.
        public init(id: String, k: Int, skills: [String]) {
            self.id = id
            self.k = k
            self.skills = skills
        }
    }

    private let seed: Seed

    /// A selector of a seed.
    public init(seed: Seed) {
        self.seed = seed
    }

    /// How many rows each k gives: equal shares, what is left over to the lower k.
    public static func shares(of rows: Int, over k: [Int]) -> [Int: Int] {
        let ascending = k.sorted()
        let shares = ascending.enumerated().map { position, k in
            (k, rows / ascending.count + (position < rows % ascending.count ? 1 : 0))
        }
        return Dictionary(shares) { first, _ in first }
    }

    /// The ids of the rows that a set takes; where a k has fewer rows than its share, all of them.
    ///
    /// - Parameters:
    ///   - rows: how many rows the set takes.
    ///   - k: the k it takes.
    ///   - candidates: the rows of the split.
    /// - Returns: the ids.
    public func choose(_ rows: Int, k: [Int], from candidates: [Candidate]) -> Set<String> {
        var chosen: Set<String> = []
        for (k, share) in Self.shares(of: rows, over: k) {
            chosen.formUnion(order(candidates.filter { $0.k == k }, limit: share))
        }
        return chosen
    }

    /// The first ids of the balanced order.
    private func order(_ candidates: [Candidate], limit: Int) -> [String] {
        var pool = BalancedPool(candidates) { seed.child("set", $0).value }
        var ids: [String] = []
        while ids.count < limit, let id = pool.takeNext() { ids.append(id) }
        return ids
    }
}

extension SetSelector.Candidate {
    /// Reads what the choice needs from a row's line.
    init(line: String) throws(EtudeError) {
        let json: JSONValue
        do {
            json = try JSONParser.parse(line)
        } catch {
            throw EtudeError(.data, "A row is \(error).")
        }
        try self.init(json: json)
    }

    /// Reads what the choice needs from a row.
    init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        self.init(id: try reader.string("id"), k: try reader.int("k"), skills: try reader.strings("skills"))
    }
}
