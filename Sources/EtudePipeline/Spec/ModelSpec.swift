public import EtudeCore
public import EtudeHTTP
import EtudeIngest
import EtudeModel

/// A model block: who answers, and how.
public struct ModelSpec: Sendable {
    /// Who answers.
    public enum Provider: String, Sendable, CaseIterable {
        /// The deterministic teacher and rule judge inside the tool.
        case builtin
        /// Chat completions of any compatible server.
        case openai
        /// The Messages API of Anthropic.
        case anthropic
        /// Recorded answers only.
        case replay

        /// Whether requests leave this process.
        public var isRemote: Bool { self == .openai || self == .anthropic }
    }

    /// Where a key comes from; never the key itself.
    public enum KeySource: Sendable, Hashable {
        /// An environment variable.
        case environment(String)
        /// A file with mode 0600.
        case file(String)
    }

    /// The price of tokens.
    public struct Price: Sendable, Hashable {
        /// Money for `perTokens` input tokens.
        public var input: Double
        /// Money for `perTokens` output tokens.
        public var output: Double
        /// The currency, as a word.
        public var currency: String
        /// The number of tokens that the prices are for.
        public var perTokens: Int

        /// The price of one token.
        var token: TokenPrice {
            TokenPrice(input: input / Double(perTokens), output: output / Double(perTokens))
        }
    }

    /// The name of the block.
    public var name: String
    /// Who answers.
    public var provider: Provider
    /// The model's name at the provider.
    public var model: String
    /// What stands for provider and model in journal keys and rows instead of `provider/model`.
    public var id: String?
    /// The family of models that it belongs to, where its name does not tell.
    public var family: String?
    /// The addresses of the servers, up to and including `/v1`; requests go to the least loaded.
    public var baseURLs: [String]
    /// What kind of `openai` server it is, which says what it understands.
    public var profile: ServerProfile
    /// Whether requests go out in batches, and the run ends until their answers are there.
    public var batch: Bool
    /// Where the key comes from; nil for servers that want none.
    public var key: KeySource?
    /// The sampling temperature; nil leaves it to the server.
    public var temperature: Double?
    /// The token limit of an answer; nil leaves it to the server.
    public var maxOutputTokens: Int?
    /// The name of the token limit in the request body; nil leaves it to the profile.
    public var tokenLimitField: TokenLimitField?
    /// Whether verdicts are asked as JSON by a schema (`schema`) or as the paper's table (`table`).
    public var verdicts: String
    /// Members that go into the request body as they stand.
    public var extra: [JSONMember]
    /// How fast, how many and how long.
    public var limits: LimitsSpec
    /// Whether plain http may leave this machine.
    public var allowsHTTP: Bool
    /// The file of recorded answers of a `replay` model, relative to the pipeline file.
    public var answers: String
    /// A file to which a `replay` model writes the requests that have no recorded answer.
    public var missing: String?
    /// The price, where the user gave one.
    public var price: Price?

    /// The most requests in flight.
    public var concurrency: Int { limits.requests.concurrency }

    /// The name that journal keys and rows carry.
    public var modelID: String { id ?? "\(provider.rawValue)/\(model)" }
}
