public import EtudeCore
import EtudeIngest
public import EtudeJudge

/// What `evaluate` asks: `evaluate: { students: [base, tuned], judges: [judge], k: [2, 3, 4, 5], … }`.
///
/// It changes no data, so that no plan depends on it. Combinations, generations and gradings are those of SKILL-MIX
/// (arXiv 2310.17567) by default.
public struct EvaluateSpec: Sendable, Hashable {
    /// How a student is asked.
    public enum Conversation: String, Sendable, Hashable, CaseIterable {
        /// As the prompt of a training row asks, in one turn.
        case row
        /// In the paper's two turns: a first try, and a revision within the sentence limit.
        case paper
    }

    /// The model blocks that are evaluated.
    public var students: [String] = []
    /// The model blocks that mark, each for a table of its own.
    public var judges: [String]
    /// The numbers of skills, ascending; nil for 2 to 5, or for those of a release's split.
    public var k: [Int]?
    /// The sides that skills and topics are drawn from; nil for both, or for `any` where skills or topics are not
    /// divided.
    public var settings: [SplitSide]?
    /// Combinations of a setting and k.
    public var combinations = 100
    /// Texts of a combination.
    public var generations = 3
    /// How often each judge marks a text.
    public var gradings = 3
    /// How a student is asked.
    public var conversation = Conversation.row
    /// How sentences are counted.
    public var sentenceRule = SentenceRule.robust
    /// How frequent skills and topics are in a corpus; nil where the report has no bound of what may be memory.
    public var frequency: NoveltySpec?

    init(_ reader: YAMLReader?, models: [ModelSpec], panel: [String]) throws(EtudeError) {
        judges = panel
        guard var reader else { return }
        students = try Self.blocks("students", of: models, &reader) ?? students
        judges = try Self.blocks("judges", of: models, &reader) ?? judges
        k = try Self.list("k", "numbers from 1 to 12", &reader) {
            Int($0).flatMap { (1...12).contains($0) ? $0 : nil }
        }?
        .sorted()
        settings = try Self.list("settings", "train, held-out or any", &reader, SplitSide.init(rawValue:))
        combinations = try reader.int("combinations", in: 1...1_000_000) ?? combinations
        generations = try reader.int("generations", in: 1...99) ?? generations
        gradings = try reader.int("gradings", in: 1...99) ?? gradings
        let words = Conversation.allCases.map(\.rawValue)
        let word = try SplitSpec.choice("protocol", of: words, default: conversation.rawValue, &reader)
        conversation = Conversation(rawValue: word) ?? conversation
        let rules = SentenceRule.allCases.map(\.rawValue)
        let rule = try SplitSpec.choice("sentence_rule", of: rules, default: sentenceRule.rawValue, &reader)
        sentenceRule = SentenceRule(rawValue: rule) ?? sentenceRule
        frequency = try reader.reader("frequency").map(NoveltySpec.init)
        try reader.refuseUnknownKeys()
    }

    /// The model blocks that a key names, each once.
    private static func blocks(
        _ key: String,
        of models: [ModelSpec],
        _ reader: inout YAMLReader
    ) throws(EtudeError) -> [String]? {
        let known = models.map(\.name)
        return try list(key, "names of model blocks (\(known.joined(separator: ", ")))", &reader) { name in
            known.contains(name) ? name : nil
        }
    }

    /// A list of different values; nil where the key is absent.
    private static func list<Value: Hashable>(
        _ key: String,
        _ wanted: String,
        _ reader: inout YAMLReader,
        _ value: (String) -> Value?
    ) throws(EtudeError) -> [Value]? {
        guard let words = try reader.strings(key) else { return nil }
        var values: [Value] = []
        for word in words {
            guard let value = value(word) else {
                throw reader.failure(key, "`\(word)` does not belong here; the list holds \(wanted).")
            }
            guard !values.contains(value) else { throw reader.failure(key, "`\(word)` stands here twice.") }
            values.append(value)
        }
        guard !values.isEmpty else { throw reader.failure(key, "The list is empty; it holds \(wanted).") }
        return values
    }
}
