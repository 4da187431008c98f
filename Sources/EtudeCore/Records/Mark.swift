/// What the judges say of one criterion.
public struct Mark: Sendable, Hashable {
    /// A mark is never guessed: what could not be read is unknown.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// Met.
        case pass
        /// Not met.
        case fail
        /// Not read, or the judges did not settle it.
        case unknown
    }

    /// How many votes each outcome had.
    public struct Votes: Sendable, Hashable {
        /// Votes for pass.
        public var pass: Int
        /// Votes for fail.
        public var fail: Int
        /// Votes that could not be read.
        public var unknown: Int

        /// Votes by outcome.
        public init(pass: Int = 0, fail: Int = 0, unknown: Int = 0) {
            self.pass = pass
            self.fail = fail
            self.unknown = unknown
        }
    }

    /// The criterion.
    public let criterion: Criterion
    /// The mark.
    public let outcome: Outcome
    /// The votes behind it.
    public let votes: Votes

    /// A mark with the votes behind it.
    public init(_ criterion: Criterion, _ outcome: Outcome, votes: Votes) {
        self.criterion = criterion
        self.outcome = outcome
        self.votes = votes
    }
}
