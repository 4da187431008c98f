/// The setting of a text.
public struct Topic: Sendable, Hashable, Identifiable {
    /// A short name in kebab-case, unique among topics.
    public var id: String
    /// The name as people write it.
    public var name: String
    /// Other names of the same thing.
    public var aliases: [String]
    /// Words of the topic, which the built-in teacher puts into its clauses; empty where the source has none.
    public var lexicon: Lexicon
    /// Where the topic comes from.
    public var source: String
    /// The licence under which the entry may be used, as an SPDX id where there is one; empty where nobody said.
    public var license: String
    /// The file and line, or the concept's address, from which the entry was first taken.
    public var origin: String
    /// Where the entry stands in the user's files.
    public var place: Place?

    /// A topic with at least an id and a name.
    public init(
        id: String,
        name: String,
        aliases: [String] = [],
        lexicon: Lexicon = Lexicon(),
        source: String = "",
        license: String = "",
        origin: String = "",
        place: Place? = nil
    ) {
        self.id = id
        self.name = name
        self.aliases = aliases
        self.lexicon = lexicon
        self.source = source
        self.license = license
        self.origin = origin
        self.place = place
    }
}
