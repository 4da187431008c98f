/// What a provider says of a batch.
public struct BatchStatus: Sendable, Hashable {
    /// What can be done with a batch.
    public enum Phase: Sendable, Hashable {
        /// Wait: it is validated, worked on, finished up, or being cancelled.
        case open
        /// Nothing: it was refused as a whole, and no request of it was answered or paid for.
        case failed
        /// Read the results: whatever was answered before it ended, expired or was cancelled is there.
        case finished
    }

    /// Why a batch was refused as a whole.
    public struct Problem: Sendable, Hashable {
        /// The provider's code, such as `token_limit_exceeded`.
        public let code: String
        /// The provider's words.
        public let message: String
        /// The line of the requests, where it is about one.
        public let line: Int?

        /// A problem.
        public init(code: String, message: String, line: Int?) {
            self.code = code
            self.message = message
            self.line = line
        }

        /// Whether it passes with time: the account has too many tokens enqueued.
        public var passes: Bool { code == "token_limit_exceeded" }
    }

    /// The provider's name for the batch.
    public var id: String
    /// What can be done with it.
    public var phase: Phase
    /// The provider's own word for its state.
    public var word: String
    /// The number of its requests; 0 until the provider has counted them.
    public var total: Int
    /// Requests that were answered so far.
    public var answered: Int
    /// Requests that failed so far.
    public var failed: Int
    /// When it was created, in seconds since 1970.
    public var createdAt: Int
    /// When it ended, in seconds since 1970; nil while it goes on.
    public var endedAt: Int?
    /// The files that hold its results, by their names at the provider, answers before errors.
    public var files: [String]
    /// The notes kept beside it; nil where the provider keeps none.
    public var metadata: [String: String]?
    /// Why it was refused as a whole.
    public var problems: [Problem]

    /// The state of a batch.
    public init(
        id: String,
        phase: Phase,
        word: String,
        total: Int = 0,
        answered: Int = 0,
        failed: Int = 0,
        createdAt: Int,
        endedAt: Int? = nil,
        files: [String] = [],
        metadata: [String: String]? = nil,
        problems: [Problem] = []
    ) {
        self.id = id
        self.phase = phase
        self.word = word
        self.total = total
        self.answered = answered
        self.failed = failed
        self.createdAt = createdAt
        self.endedAt = endedAt
        self.files = files
        self.metadata = metadata
        self.problems = problems
    }
}
