import EtudeCore
import EtudeText

/// Proposals without doubles: those whose names or aliases differ in spelling only are one.
///
/// The first has the say; a later one adds its count, its spelling as an alias where a text that uses it would not be known
/// to name the skill, and its examples, of which a skill has at most ``mostExamples``.
struct ProposalList {
    private static let mostExamples = 3

    /// The proposals, in the order in which each first came.
    private(set) var proposals: [Proposal] = []
    private var owners: [String: Int] = [:]

    /// A list of some proposals.
    init(_ proposals: [Proposal] = []) {
        for proposal in proposals { add(proposal) }
    }

    /// Takes a proposal.
    mutating func add(_ proposal: Proposal) {
        let keys = Self.keys(proposal.name)
        guard let owner = keys.compactMap({ owners[$0] }).first else {
            var first = proposal
            first.aliases = []
            first.examples = []
            proposals.append(first)
            for key in keys { owners[key] = proposals.count - 1 }
            addTexts(of: proposal, to: proposals.count - 1)
            return
        }
        proposals[owner].count += proposal.count
        addAlias(proposal.name, to: owner)
        addTexts(of: proposal, to: owner)
    }

    private mutating func addTexts(of proposal: Proposal, to owner: Int) {
        for alias in proposal.aliases { addAlias(alias, to: owner) }
        for example in proposal.examples
        where proposals[owner].examples.count < Self.mostExamples && !proposals[owner].examples.contains(example) {
            proposals[owner].examples.append(example)
        }
    }

    /// Adds another name, unless it names this or another proposal already.
    private mutating func addAlias(_ alias: String, to owner: Int) {
        let keys = Self.keys(alias)
        guard keys.allSatisfy({ owners[$0] == nil || owners[$0] == owner }) else { return }
        for key in keys { owners[key] = owner }
        let forms = Set(Self.forms([proposals[owner].name] + proposals[owner].aliases))
        guard !forms.isSuperset(of: Self.forms([alias])) else { return }
        proposals[owner].aliases.append(alias)
    }

    /// What other names must not share with this one.
    private static func keys(_ name: String) -> [String] {
        NameForms.of(Topic(id: "", name: name)).map(NameStems.key)
    }

    /// The forms by which a text may use some names.
    private static func forms(_ names: [String]) -> [[String]] {
        names.flatMap { NameForms.of(Topic(id: "", name: $0)).map(Folding.nameWords) }
    }
}
