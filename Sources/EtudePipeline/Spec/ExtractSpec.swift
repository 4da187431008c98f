import EtudeCore
import EtudeIngest

/// How skills are proposed by a model: `extract: { model: NAME, instructions: {…}, dataset: {…}, subjects: {…} }`, with at least
/// one of the three ways.
///
/// Proposals change no data until a person has looked at them, so that no plan depends on it.
public struct ExtractSpec: Sendable, Hashable {
    /// Instruct-SkillMix's way (arXiv 2408.14774): topics, the skills of each, and query types.
    public struct Instructions: Sendable, Hashable {
        /// Where topics come from.
        public enum Topics: Sendable, Hashable {
            /// The model lists so many.
            case asked(Int)
            /// These.
            case given([String])
        }

        /// Where topics come from.
        public var topics = Topics.asked(20)
        /// The skills asked for of each topic.
        public var skills = 10
        /// The query types asked for.
        public var queryTypes = 12
    }

    /// Skills that the rows of a file show.
    public struct Dataset: Sendable, Hashable {
        /// The JSON Lines file, relative to the pipeline file.
        public var file: String
        /// The field with the text.
        public var field = "text"
        /// The most rows that are looked at, drawn by the pipeline's seed.
        public var rows = 200
        /// The most rows of one request.
        public var batch = 5
        /// The most skills of one row.
        public var skills = 4
    }

    /// The basic skills of subjects (SKiC, arXiv 2308.00304).
    public struct Subjects: Sendable, Hashable {
        /// The subjects.
        public var names: [String]
        /// The skills asked for of each.
        public var skills = 15
    }

    /// The model block that proposes.
    public var model: String
    /// The first way, where it is wanted.
    public var instructions: Instructions?
    /// The second way, where it is wanted.
    public var dataset: Dataset?
    /// The third way, where it is wanted.
    public var subjects: Subjects?

    init?(_ reader: YAMLReader?, models: [ModelSpec]) throws(EtudeError) {
        guard var reader else { return nil }
        let known = models.filter { $0.provider != .builtin }.map(\.name)
        guard let name = try reader.string("model"), known.contains(name) else {
            throw reader.failure(
                "model",
                known.isEmpty
                    ? "The built-in models propose nothing; add a block of `models` with a provider, and name it here."
                    : "`extract` needs `model`, one of the blocks that can propose: \(known.joined(separator: ", "))."
            )
        }
        model = name
        instructions = try Instructions(reader.reader("instructions"))
        dataset = try Dataset(reader.reader("dataset"))
        subjects = try Subjects(reader.reader("subjects"))
        try reader.refuseUnknownKeys()
        guard instructions != nil || dataset != nil || subjects != nil else {
            throw reader.failure(nil, "`extract` needs a way: `instructions`, `dataset` or `subjects`.")
        }
    }
}

extension ExtractSpec.Instructions {
    init?(_ reader: YAMLReader?) throws(EtudeError) {
        guard var reader else { return nil }
        self.init()
        if reader.isScalar("topics") {
            topics = .asked(try reader.int("topics", in: 1...200) ?? 20)
        } else if let names = try ExtractSpec.names("topics", &reader) {
            topics = .given(names)
        }
        skills = try reader.int("skills", in: 1...50) ?? skills
        queryTypes = try reader.int("query_types", in: 0...50) ?? queryTypes
        try reader.refuseUnknownKeys()
    }
}

extension ExtractSpec.Dataset {
    init?(_ reader: YAMLReader?) throws(EtudeError) {
        guard var reader else { return nil }
        guard let file = try reader.string("file"), !file.isEmpty else {
            throw reader.failure(nil, "The way over a dataset needs `file`, a file of JSON Lines.")
        }
        self.init(file: file)
        field = try reader.string("field") ?? field
        rows = try reader.int("rows", in: 1...1_000_000) ?? rows
        batch = try reader.int("batch", in: 1...50) ?? batch
        skills = try reader.int("skills", in: 1...20) ?? skills
        try reader.refuseUnknownKeys()
    }
}

extension ExtractSpec.Subjects {
    init?(_ reader: YAMLReader?) throws(EtudeError) {
        guard var reader else { return nil }
        guard let names = try ExtractSpec.names("names", &reader) else {
            throw reader.failure(nil, "The way over subjects needs `names`, such as `[algebra, music theory]`.")
        }
        self.init(names: names)
        skills = try reader.int("skills", in: 1...50) ?? skills
        try reader.refuseUnknownKeys()
    }
}

extension ExtractSpec {
    /// Names that a person wrote, each once and in one line; nil where the key is absent.
    fileprivate static func names(_ key: String, _ reader: inout YAMLReader) throws(EtudeError) -> [String]? {
        guard let texts = try reader.strings(key) else { return nil }
        var names: [String] = []
        for text in texts {
            guard let name = try? ProposedText.name(text) else {
                throw reader.failure(
                    key,
                    "\"\(text)\" is no name: one line of at most \(ProposedText.longestName) characters and "
                        + "\(ProposedText.mostWords) words is expected."
                )
            }
            guard !names.contains(name) else { throw reader.failure(key, "`\(name)` stands here twice.") }
            names.append(name)
        }
        guard !names.isEmpty else { throw reader.failure(key, "The list is empty; write at least one name.") }
        return names
    }
}
