public import EtudeCore

extension Division {
    /// Divides a catalog of which a part was divided by earlier releases, whose sides stand for ever.
    ///
    /// Entries that were divided keep their side, also those that left the catalog and come back. A new entry is held out if
    /// the rule names it or its category, if its kin are held out and families stay together, or if its place by hash, in
    /// 0..<1, is below the rule's fraction. Of the tuples with a new train skill the rule's share is closed; a tuple that was
    /// closed stays so, and one that was open too.
    ///
    /// - Parameters:
    ///   - catalog: what is divided now.
    ///   - rule: what is held out.
    ///   - seed: the seed of the first release.
    ///   - kept: the division of all entries that the dataset ever had.
    /// - Returns: the division of the catalog: earlier entries in their earlier order, then the new ones.
    /// - Throws: ``EtudeError`` with code `config` where the rule would hold out what earlier releases trained on.
    public static func divide(
        catalog: Catalog,
        rule: HoldoutRule,
        seed: Seed,
        keeping kept: Division
    ) throws(EtudeError) -> Division {
        let divider = Divider(seed: seed.child("division"))
        let categories = Set(rule.skills.categories)
        let kinship = Kinship(catalog.skills)
        let skills = try divider.extend(
            (kept.trainSkills, kept.heldOutSkills),
            by: catalog.skills.map(\.id),
            asked: Set(rule.skills.ids)
                .union(catalog.skills.filter { categories.contains($0.category) }.map(\.id)),
            fraction: rule.skills.fraction,
            noun: "skill",
            family: rule.skills.families == .together ? kinship.kin : { _ in [] }
        )
        let topics = try divider.extend(
            (kept.trainTopics, kept.heldOutTopics),
            by: catalog.topics.map(\.id),
            asked: Set(rule.topics.ids),
            fraction: rule.topics.fraction,
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
            closed: try closed(rule.combinations, among: skills.train, divider, keeping: kept),
            kinApart: kinApart,
            diagnostics: KinWarnings(catalog: catalog, heldOut: heldOut, families: rule.skills.families).all(
                of: kinApart
            )
        )
    }

    /// All entries that the dataset ever had: those divided before, and what this division adds.
    public func joined(with kept: Division) -> Division {
        func all(_ before: [String], _ now: [String]) -> [String] {
            let known = Set(before)
            return before + now.filter { !known.contains($0) }
        }
        return Division(
            trainSkills: all(kept.trainSkills, trainSkills),
            heldOutSkills: all(kept.heldOutSkills, heldOutSkills),
            trainTopics: all(kept.trainTopics, trainTopics),
            heldOutTopics: all(kept.heldOutTopics, heldOutTopics),
            closed: kept.closed.union(closed)
        )
    }

    private static func closed(
        _ rule: HoldoutRule.Combinations?,
        among train: [String],
        _ divider: Divider,
        keeping kept: Division
    ) throws(EtudeError) -> Set<[String]> {
        let pool = Set(train)
        let standing = kept.closed.filter { $0.allSatisfy(pool.contains) }
        let known = Set(kept.trainSkills)
        guard let rule, train.contains(where: { !known.contains($0) }) else { return standing }
        if let tuple = standing.first, tuple.count != rule.of {
            throw EtudeError(
                .config,
                "`holdout.combinations.of` is \(rule.of), and earlier releases closed tuples of \(tuple.count) skills; "
                    + "keep it, or begin a dataset of another name."
            )
        }
        return standing.union(try divider.close(rule, among: train, besides: known))
    }
}

extension Divider {
    /// Divides entries of which some are divided already.
    func extend(
        _ kept: (train: [String], heldOut: [String]),
        by ids: [String],
        asked: Set<String>,
        fraction: Double,
        noun: String,
        family: (String) -> Set<String>
    ) throws(EtudeError) -> (train: [String], heldOut: [String]) {
        let key = "holdout.\(noun)s"
        try check(fraction, key: key)
        if let trained = kept.train.first(where: asked.contains) {
            throw EtudeError(
                .config,
                "`\(key)` would hold out \"\(trained)\", which earlier releases of this dataset trained on; leave it on its "
                    + "side, or begin a dataset of another name."
            )
        }
        let present = Set(ids)
        let known = Set(kept.train + kept.heldOut)
        let base = seed.child(noun)
        let held = Set(kept.heldOut).union(asked)
        let kin = held.intersection(present).reduce(into: Set<String>()) { $0.formUnion(family($1)) }
        let new = ids.filter { !known.contains($0) }
        let newlyHeldOut = Set(
            new.filter { id in
                asked.contains(id) || kin.contains(id)
                    || Double(base.child(id).value) / Double(sign: .plus, exponent: 63, significand: 1) < fraction
            }
        )
        return (
            kept.train.filter(present.contains) + new.filter { !newlyHeldOut.contains($0) },
            kept.heldOut.filter(present.contains) + new.filter(newlyHeldOut.contains)
        )
    }

    /// Chooses, among the tuples with at least one skill that is not known yet, those that no training row may hold.
    func close(
        _ rule: HoldoutRule.Combinations,
        among skills: [String],
        besides known: Set<String>
    ) throws(EtudeError) -> Set<[String]> {
        let new = try ranking(rule, among: skills).filter { !$0.allSatisfy(known.contains) }
        return Set(new.prefix(Int((rule.fraction * Double(new.count)).rounded())))
    }
}
