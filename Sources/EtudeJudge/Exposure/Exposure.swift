/// What an audit found in one text: which held-out skills it shows.
public struct Exposure: Sendable, Hashable {
    /// The ids of the skills that the panel confirmed, in the order of the audit's skills.
    public var shown: [String]
    /// The ids of the skills on which the panel came to no majority, in the same order.
    public var undecided: [String]
    /// How many lists of candidates could not be read, so that a skill may have been missed.
    public var unreadLists: Int

    /// What was found in a text; without values nothing.
    public init(shown: [String] = [], undecided: [String] = [], unreadLists: Int = 0) {
        self.shown = shown
        self.undecided = undecided
        self.unreadLists = unreadLists
    }

    /// Whether the text shows a held-out skill; what is undecided is not shown.
    public var isShown: Bool { !shown.isEmpty }

    /// Whether the text is not known to show a skill, and not known to show none.
    public var isUndecided: Bool { shown.isEmpty && (!undecided.isEmpty || unreadLists > 0) }
}
