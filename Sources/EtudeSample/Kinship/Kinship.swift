public import EtudeCore
import EtudeText

/// The skills of a catalog that are kin: related, of one name, of one parent, or with most of a definition in common.
///
/// - Related: one lists the other, whichever it is.
/// - Name: a written form of both is the same after folding, aliases and inflections included.
/// - Parent: the heads of both names are the same word (see ``NameHead``), and at most four names of the catalog have it: a
///   wider one, as of everything that is called a reasoning, says too little. The category is no parent; a division goes
///   along categories as a rule.
/// - Definition: see ``DefinitionOverlap``.
///
/// Kin of kin are not kin: in a catalog whose entries name their neighbours, that would be all skills.
public struct Kinship: Sendable, Hashable {
    /// The most names of one head that are taken for kin.
    static let widestParent = 4

    /// The pairs, in the order of the catalog.
    public let pairs: [Kin]
    private let neighbours: [String: Set<String>]

    /// The kin among some skills.
    public init(_ skills: [Skill]) {
        let positions = Dictionary(skills.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var ties: [SkillPair: [Kin.Tie]] = [:]
        func add(_ first: Int, _ second: Int, _ tie: Kin.Tie) {
            let pair = SkillPair(first, second)
            guard first != second, ties[pair]?.contains(tie) != true else { return }
            ties[pair, default: []].append(tie)
        }
        for (index, skill) in skills.enumerated() {
            for other in skill.related.compactMap({ positions[$0] }) { add(index, other, .related) }
        }
        let forms = skills.map { Set(NameForms.of($0).map { Folding.nameWords($0).joined(separator: " ") }) }
        for (name, members) in Self.members(forms) {
            for (first, second) in Self.pairs(members) { add(first, second, .name(name)) }
        }
        let heads = skills.map { Set([NameHead.of($0.name)].compactMap(\.self)) }
        for (head, members) in Self.members(heads) where members.count <= Self.widestParent {
            for (first, second) in Self.pairs(members) { add(first, second, .parent(head)) }
        }
        for overlap in DefinitionOverlap.all(skills.map(\.definition)) {
            add(overlap.first, overlap.second, .definition(percent: overlap.percent))
        }
        pairs = ties.sorted { $0.key < $1.key }.map { pair, ties in
            Kin(first: skills[pair.first].id, second: skills[pair.second].id, ties: ties)
        }
        neighbours = pairs.reduce(into: [:]) { neighbours, kin in
            neighbours[kin.first, default: []].insert(kin.second)
            neighbours[kin.second, default: []].insert(kin.first)
        }
    }

    /// The kin of a skill.
    func kin(of id: String) -> Set<String> { neighbours[id] ?? [] }

    /// Who has each key, by key.
    private static func members(_ keys: [Set<String>]) -> [(key: String, members: [Int])] {
        var members: [String: [Int]] = [:]
        for (index, keys) in keys.enumerated() {
            for key in keys { members[key, default: []].append(index) }
        }
        return members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func pairs(_ members: [Int]) -> [(Int, Int)] {
        members.indices.flatMap { index in members[..<index].map { ($0, members[index]) } }
    }
}

/// Two positions in a catalog, the smaller first.
private struct SkillPair: Hashable, Comparable {
    let first: Int
    let second: Int

    init(_ one: Int, _ other: Int) {
        first = min(one, other)
        second = max(one, other)
    }

    static func < (left: SkillPair, right: SkillPair) -> Bool {
        (left.first, left.second) < (right.first, right.second)
    }
}
