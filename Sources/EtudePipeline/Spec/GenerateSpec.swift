import EtudeCore
import EtudeIngest
import EtudeSample

/// How drafts are written.
public struct GenerateSpec: Sendable {
    /// How many sentences a text of k skills may have.
    public enum SentenceRule: Sendable, Hashable {
        /// max(1, k−1), as SKILL-MIX has it.
        case oneLess
        /// k.
        case same
        /// The same number whatever k.
        case fixed(Int)

        /// The limit for k skills.
        public func limit(k: Int) -> Int {
            switch self {
            case .oneLess: max(1, k - 1)
            case .same: k
            case .fixed(let limit): limit
            }
        }
    }

    /// The model block of the teacher.
    public var model: String
    /// A shipped template set by name, or a folder.
    public var template: String
    /// Attempts at one position.
    public var attempts: Int
    /// Positions that may be used for each row asked for.
    public var candidates: Int
    /// How many positions may be open for each row that is missing; more than one asks for more than is needed, in fewer waves.
    public var ahead: Int
    /// The sentence rule.
    public var sentences: SentenceRule
    /// The language of prompts and texts, as a BCP 47 tag.
    public var language: String
    /// What kind of text the teacher is asked for; nil for the template's own words.
    public var wording: String?

    init(_ reader: YAMLReader?, models: [ModelSpec], strategy: SamplingStrategy) throws(EtudeError) {
        var reader = reader
        model = try reader?.string("model") ?? "teacher"
        template = try reader?.string("template") ?? "skill-mix"
        attempts = try reader?.int("attempts") ?? 2
        candidates = try reader?.int("candidates") ?? 30
        ahead = try reader?.int("ahead", in: 1...100) ?? 1
        language = try reader?.string("language") ?? "en"
        wording = try reader?.string("wording")
        sentences = .oneLess
        guard var reader else { return }
        guard models.contains(where: { $0.name == model }) else {
            throw reader.failure(
                "model",
                "There is no model block `\(model)`; blocks are \(models.map(\.name).joined(separator: ", "))."
            )
        }
        guard Candidate.attempts.contains(attempts) else {
            throw reader.failure("attempts", "Attempts should be from 1 to 100.")
        }
        guard (1...1_000_000).contains(candidates) else {
            throw reader.failure("candidates", "The positions for each row should be from 1 to 1000000.")
        }
        guard ahead == 1 || strategy != .balanced else {
            throw reader.failure(
                "ahead",
                "Under `balanced` each wave depends on the one before; ask ahead under `uniform` or `exhaustive`."
            )
        }
        switch try reader.string("sentences") ?? "k-1" {
        case "k-1": sentences = .oneLess
        case "k": sentences = .same
        case let text:
            guard let limit = Int(text), limit > 0 else {
                throw reader.failure("sentences", "`\(text)` should be `k-1`, `k` or a number above 0.")
            }
            sentences = .fixed(limit)
        }
        try reader.refuseUnknownKeys()
    }
}
