public import EtudeCore

extension Division {
    /// Divides a catalog by a rule.
    ///
    /// Fractions rank every entry by a seed of its own ids and take the lowest: an entry that is added later takes its
    /// place in the ranking and leaves the order of the others as it was. Where families stay together, each skill that is
    /// named, or taken from the ranking until the share is reached, brings its kin to its side; those bring nobody.
    ///
    /// - Parameters:
    ///   - catalog: what is divided.
    ///   - rule: what is held out.
    ///   - seed: the seed of the plan.
    /// - Returns: the division, with a warning for each category that no skill has, and for skills on different sides that
    ///   are kin.
    /// - Throws: ``EtudeError`` with code `config` when the rule names an id that is not there, a share outside 0...1, or
    ///   tuples of another size than 2 or 3; when it asks for a holdout and holds nothing out; and when it leaves nothing
    ///   to train on.
    public static func divide(catalog: Catalog, rule: HoldoutRule, seed: Seed) throws(EtudeError) -> Division {
        let divider = Divider(seed: seed.child("division"))
        let categories = Set(rule.skills.categories)
        let kinship = Kinship(catalog.skills)
        let skills = try divider.divide(
            catalog.skills.map(\.id),
            named: rule.skills.ids,
            also: Set(catalog.skills.filter { categories.contains($0.category) }.map(\.id)),
            fraction: rule.skills.fraction,
            isAsked: !categories.isEmpty,
            noun: "skill",
            family: rule.skills.families == .together ? kinship.kin : { _ in [] }
        )
        let topics = try divider.divide(
            catalog.topics.map(\.id),
            named: rule.topics.ids,
            also: [],
            fraction: rule.topics.fraction,
            isAsked: false,
            noun: "topic",
            family: { _ in [] }
        )
        let heldOut = Set(skills.heldOut)
        let kinApart = kinship.pairs.filter { heldOut.contains($0.first) != heldOut.contains($0.second) }
        return Division(
            trainSkills: skills.train,
            heldOutSkills: skills.heldOut,
            trainTopics: topics.train,
            heldOutTopics: topics.heldOut,
            closed: try rule.combinations.map { rule throws(EtudeError) in
                try divider.close(rule, among: skills.train)
            } ?? [],
            kinApart: kinApart,
            diagnostics: unknownCategories(categories, known: Set(catalog.skills.map(\.category)))
                + KinWarnings(catalog: catalog, heldOut: heldOut, families: rule.skills.families).all(of: kinApart)
        )
    }

    private static func unknownCategories(_ categories: Set<String>, known: Set<String>) -> [Diagnostic] {
        categories.subtracting(known).sorted().map { category in
            let nearest = Suggestion.nearest(to: category, in: known.sorted())
            let hint = nearest.map { "; did you mean \"\($0)\"?" } ?? "."
            return Diagnostic(
                .warning,
                rule: "unknown-category",
                "`holdout.skills.categories` names \"\(category)\", a category that no skill has\(hint)"
            )
        }
    }
}

/// Ranks entries by hash and takes shares of them.
struct Divider {
    /// The most tuples that are ranked; each costs a hash.
    static let tupleLimit: UInt128 = 10_000_000

    let seed: Seed

    /// Divides ids into the two sides.
    func divide(
        _ ids: [String],
        named: [String],
        also: Set<String>,
        fraction: Double,
        isAsked: Bool,
        noun: String,
        family: (String) -> Set<String>
    ) throws(EtudeError) -> (train: [String], heldOut: [String]) {
        let key = "holdout.\(noun)s"
        try check(fraction, key: key)
        let all = Set(ids)
        if let unknown = named.first(where: { !all.contains($0) }) {
            let hint = Suggestion.nearest(to: unknown, in: ids).map { " Did you mean \"\($0)\"?" } ?? ""
            throw EtudeError(.config, "`\(key).ids` names the \(noun) \"\(unknown)\", which the catalog lacks.\(hint)")
        }
        let base = seed.child(noun)
        let ranked = ids.map { (seed: base.child($0).value, id: $0) }.sorted { ($0.seed, $0.id) < ($1.seed, $1.id) }
        let drawn = draw(share(fraction, of: ids.count), from: ranked.map(\.id), family: family)
        let asked = also.union(named)
        let heldOut = asked.union(asked.flatMap(family)).union(drawn)
        if heldOut.isEmpty, isAsked || !named.isEmpty || fraction > 0 {
            throw EtudeError(
                .config,
                "`\(key)` holds out 0 of \(ids.count) \(noun)s; name ids"
                    + "\(noun == "skill" ? " or categories" : "") that the catalog has, or a larger fraction."
            )
        }
        guard heldOut.count < ids.count else {
            throw EtudeError(
                .config,
                "`\(key)` holds out \(heldOut.count) of \(ids.count) \(noun)s and leaves 0 to train on; hold out fewer."
            )
        }
        return (ids.filter { !heldOut.contains($0) }, ids.filter(heldOut.contains))
    }

    /// Takes ids with their families, the first of the ranking first, until a number is reached; one that came with a family
    /// brings none of its own.
    private func draw(_ count: Int, from ranked: [String], family: (String) -> Set<String>) -> Set<String> {
        var drawn: Set<String> = []
        for id in ranked where drawn.count < count && !drawn.contains(id) { drawn.formUnion(family(id).union([id])) }
        return drawn
    }

    /// Chooses the tuples that no training row may hold.
    func close(_ rule: HoldoutRule.Combinations, among skills: [String]) throws(EtudeError) -> Set<[String]> {
        let tuples = try ranking(rule, among: skills)
        let closed = share(rule.fraction, of: tuples.count)
        let key = "holdout.combinations"
        guard closed < tuples.count else {
            throw EtudeError(
                .config,
                "`\(key)` holds out all \(tuples.count) tuples of \(rule.of) skills; hold out fewer."
            )
        }
        guard closed > 0 || rule.fraction == 0 else {
            throw EtudeError(
                .config,
                "`\(key)` holds out 0 of \(tuples.count) tuples of \(rule.of) skills; use a larger fraction."
            )
        }
        return Set(tuples.prefix(closed))
    }

    /// All tuples of a rule's size, those first that are closed first.
    func ranking(_ rule: HoldoutRule.Combinations, among skills: [String]) throws(EtudeError) -> [[String]] {
        let key = "holdout.combinations"
        try check(rule.fraction, key: key)
        guard (2...3).contains(rule.of) else {
            throw EtudeError(.config, "`\(key).of` is \(rule.of); tuples of 2 or 3 skills can be held out.")
        }
        let count = Binomials(upTo: skills.count, k: rule.of)[skills.count, rule.of]
        guard count > 0 else {
            throw EtudeError(
                .config,
                "`\(key)` asks for tuples of \(rule.of) skills, and \(skills.count) are left to train."
            )
        }
        guard count <= Self.tupleLimit else {
            throw EtudeError(
                .config,
                "`\(key)` would rank \(count) tuples, more than the \(Self.tupleLimit) it can; use `of: 2` or fewer skills."
            )
        }
        return ranked(skills.sorted(), of: rule.of).map(\.tuple)
    }

    private func ranked(_ skills: [String], of size: Int) -> [(seed: UInt64, tuple: [String])] {
        var tuples = [(seed: seed.child("combination"), tuple: [String](), next: 0)]
        for _ in 0..<size {
            tuples = tuples.flatMap { prefix in
                skills.indices[prefix.next...].map { index in
                    (prefix.seed.child(skills[index]), prefix.tuple + [skills[index]], index + 1)
                }
            }
        }
        return tuples.map { ($0.seed.value, $0.tuple) }
            .sorted { $0.seed == $1.seed ? $0.tuple.lexicographicallyPrecedes($1.tuple) : $0.seed < $1.seed }
    }

    private func share(_ fraction: Double, of count: Int) -> Int {
        Int((fraction * Double(count)).rounded())
    }

    func check(_ fraction: Double, key: String) throws(EtudeError) {
        guard (0...1).contains(fraction) else {
            throw EtudeError(.config, "`\(key).fraction` is \(fraction); a share stands between 0 and 1.")
        }
    }
}
