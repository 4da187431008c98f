/// The words of a topic, by what they can stand for in a clause.
public struct Lexicon: Sendable, Hashable {
    /// What an entry can stand for.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Solid things that one person can carry: singular, countable, without article.
        case thing
        /// What people do: a gerund phrase.
        case act
        /// Where people are: singular, without article, after "at the".
        case place
        /// Who somebody is: singular, without article.
        case role
    }

    /// The things.
    public var things: [String]
    /// The acts.
    public var acts: [String]
    /// The places.
    public var places: [String]
    /// The roles.
    public var roles: [String]

    /// A lexicon with its four lists.
    public init(things: [String] = [], acts: [String] = [], places: [String] = [], roles: [String] = []) {
        self.things = things
        self.acts = acts
        self.places = places
        self.roles = roles
    }

    /// The entries of one kind.
    public subscript(kind: Kind) -> [String] {
        switch kind {
        case .thing: things
        case .act: acts
        case .place: places
        case .role: roles
        }
    }

    /// All entries: things, acts, places, roles.
    public var entries: [String] { things + acts + places + roles }
}
