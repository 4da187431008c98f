public import EtudeCore

/// An entry of a catalog as any source gives it, before it becomes a skill or a topic.
public struct CatalogEntry: Sendable, Hashable {
    /// The id in kebab-case, where the source has one; otherwise it is made of the name.
    public var id: String?
    /// The name as people write it.
    public var name: String
    /// Other names of the same thing.
    public var aliases: [String] = []
    /// Plurals and other inflected forms of the name.
    public var inflections: [String] = []
    /// The category in kebab-case, where the source has one.
    public var category: String?
    /// What it is; empty where the source does not say.
    public var definition = ""
    /// Texts that show it.
    public var examples: [String] = []
    /// A text that looks like it and is not.
    public var counterexample: Counterexample?
    /// Ids of neighbouring entries.
    public var related: [String] = []
    /// Clauses in which the built-in teacher shows a skill.
    public var realizations: [Realization] = []
    /// Words of a topic for the built-in teacher.
    public var lexicon = Lexicon()
    /// Where the concept can be looked up, such as an address or a book.
    public var source = ""
    /// The licence under which the entry may be used, as an SPDX id where there is one.
    public var license = ""
    /// The file and line, or the concept's address, from which the entry was first taken.
    public var origin = ""
    /// Whether a model proposed the entry and nobody has looked at it yet.
    public var isProposal = false
    /// Where the entry stands in the file that is read now.
    public var place: Place

    /// An entry with a name.
    public init(name: String, place: Place) {
        self.name = name
        self.place = place
    }
}
