import EtudeCore

/// Whether sets with a number of rows hold copies of exactly the rows that the choice gives.
struct SetRule {
    private let sets: [SetRecord]
    private let selector: SetSelector
    private let splits: Set<String>
    private var candidates: [String: [SetSelector.Candidate]] = [:]
    /// Hashes of the splits' rows, by split and id.
    private var hashes: [String: [String: UInt64]] = [:]
    private var copies: [String: [String: UInt64]] = [:]
    private var repeated: Set<String> = []

    /// The rule for the sets of a release.
    init(_ sets: [SetRecord], seed: Seed) {
        self.sets = sets.filter { $0.spec.rows != nil }
        selector = SetSelector(seed: seed)
        splits = Set(self.sets.map(\.spec.split))
    }

    /// Takes a line of a split or of a set.
    mutating func take(_ bytes: [UInt8], _ json: JSONValue, of record: ShardRecord) {
        guard splits.contains(record.split), let candidate = try? SetSelector.Candidate(json: json) else { return }
        let hash = SHA256.digest(of: bytes).leadingWord
        if let set = sets.first(where: { $0.shards.contains(record) }) {
            if copies[set.spec.name, default: [:]].updateValue(hash, forKey: candidate.id) != nil {
                repeated.insert(set.spec.name)
            }
        } else if record.isOfRows {
            candidates[record.split, default: []].append(candidate)
            hashes[record.split, default: [:]][candidate.id] = hash
        }
    }

    /// The findings, after all lines have been taken.
    func findings() -> [Diagnostic] {
        sets.compactMap { set in
            let spec = set.spec
            let all = hashes[spec.split] ?? [:]
            let chosen = selector.choose(spec.rows ?? 0, k: spec.k, from: candidates[spec.split] ?? [])
            let wanted = all.filter { chosen.contains($0.key) }
            guard copies[spec.name] ?? [:] != wanted || repeated.contains(spec.name) else { return nil }
            let message =
                "The set \"\(spec.name)\" does not hold the rows that it should choose from \"\(spec.split)\"."
            return finding("set-rows", message, set.shards.first?.path ?? Manifest.path)
        }
    }
}
