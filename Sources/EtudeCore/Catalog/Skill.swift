/// A language skill that a text can show.
public struct Skill: Sendable, Hashable, Identifiable {
    /// A short name in kebab-case, unique among skills.
    public var id: String
    /// The name as people write it; it may hold commas and parentheses.
    public var name: String
    /// Other names of the same thing.
    public var aliases: [String]
    /// Plurals and other inflected forms of the name.
    public var inflections: [String]
    /// The category in kebab-case, such as `literary`.
    public var category: String
    /// What it is, in a sentence or two.
    public var definition: String
    /// Texts that show it.
    public var examples: [String]
    /// A text that looks like it and is not.
    public var counterexample: Counterexample?
    /// Ids of neighbouring skills.
    public var related: [String]
    /// Clauses in which the built-in teacher shows it.
    public var realizations: [Realization]
    /// Where the concept can be looked up.
    public var source: String
    /// The licence under which the entry may be used, as an SPDX id where there is one; empty where nobody said.
    public var license: String
    /// The file and line, or the concept's address, from which the entry was first taken.
    public var origin: String
    /// Where the entry stands in the user's files.
    public var place: Place?

    /// A skill with at least an id, a name, a category and a definition.
    public init(
        id: String,
        name: String,
        aliases: [String] = [],
        inflections: [String] = [],
        category: String,
        definition: String,
        examples: [String] = [],
        counterexample: Counterexample? = nil,
        related: [String] = [],
        realizations: [Realization] = [],
        source: String = "",
        license: String = "",
        origin: String = "",
        place: Place? = nil
    ) {
        self.id = id
        self.name = name
        self.aliases = aliases
        self.inflections = inflections
        self.category = category
        self.definition = definition
        self.examples = examples
        self.counterexample = counterexample
        self.related = related
        self.realizations = realizations
        self.source = source
        self.license = license
        self.origin = origin
        self.place = place
    }
}

/// A text that looks like a skill and is not, with the reason.
public struct Counterexample: Sendable, Hashable {
    /// The text.
    public var text: String
    /// Why it does not show the skill.
    public var reason: String

    /// A text with the reason.
    public init(text: String, reason: String) {
        self.text = text
        self.reason = reason
    }
}
