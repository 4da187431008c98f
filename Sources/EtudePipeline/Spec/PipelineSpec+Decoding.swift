public import EtudeCore
import EtudeIngest
import EtudePublish
import EtudeSample
import EtudeStore

extension PipelineSpec {
    /// Decodes a pipeline file.
    ///
    /// - Parameters:
    ///   - source: the YAML.
    ///   - file: the file as the user named it.
    ///   - overrides: settings of the command line, each `key.path=value`.
    /// - Throws: ``EtudeError`` with code `config`, the path to the key and the line.
    public init(source: String, file: String, overrides: [String] = []) throws(EtudeError) {
        var reader = try YAMLReader(text: source, file: file, overrides: overrides, code: .config)
        guard try reader.int("version") == 1 else {
            throw reader.failure("version", "The first key of a pipeline file is `version: 1`.")
        }
        guard let name = try reader.string("name"), name.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]{0,99}/) != nil else {
            throw reader.failure("name", "A pipeline needs a `name` of letters, digits, dots, dashes and underscores.")
        }
        guard let seed = try reader.int("seed"), seed >= 0 else {
            throw reader.failure("seed", "A pipeline needs a `seed`, a whole number that is not negative.")
        }
        self.name = name
        self.seed = seed
        boundary = .within([file.lastIndex(of: "/").map { String(file[...$0]) } ?? "."])
        self.file = file
        self.source = source
        catalog = try CatalogSpec(reader.reader("catalog"))
        holdout = try HoldoutSpec(reader.reader("holdout"))
        splits = try Self.named("splits", &reader) { name, reader throws(EtudeError) in
            try SplitSpec(name: name, reader)
        }
        guard !splits.isEmpty else { throw reader.failure("splits", "At least one split is needed.") }
        let splits = splits
        sets = try Self.named("sets", &reader) { name, reader throws(EtudeError) in
            try SetSpec(name: name, splits: splits, reader)
        }
        var sampling = try reader.reader("sampling") ?? reader.empty("sampling")
        let word = try SplitSpec.choice(
            "strategy",
            of: SamplingStrategy.allCases.map(\.rawValue),
            default: SamplingStrategy.balanced.rawValue,
            &sampling
        )
        strategy = SamplingStrategy(rawValue: word) ?? .balanced
        try sampling.refuseUnknownKeys()
        models = try Self.named("models", &reader) { name, reader throws(EtudeError) in
            try ModelSpec(name: name, reader)
        }
        guard !models.isEmpty else {
            throw reader.failure("models", "At least one model is needed, such as `teacher: { provider: builtin }`.")
        }
        generate = try GenerateSpec(
            reader.reader("generate") ?? reader.empty("generate"),
            models: models,
            strategy: strategy
        )
        judge = try JudgeSpec(reader.reader("judge") ?? reader.empty("judge"), models: models)
        evaluate = try EvaluateSpec(reader.reader("evaluate"), models: models, panel: judge.panel)
        extract = try ExtractSpec(reader.reader("extract"), models: models)
        exposure = try ExposureSpec(&reader)
        deduplicate = try DeduplicateSpec(reader.reader("deduplicate"), models: models)
        decontaminate = try DecontaminateSpec(reader.reader("decontaminate"))
        output = try OutputSpec(reader.reader("output"), name: name)
        publish = try PublishSpec(reader.reader("publish"))
        refresh = try RefreshSpec(reader.reader("refresh"), splits: splits)
        budget = try BudgetSpec(reader.reader("budget"))
        if let problem = budget.problem(with: models, embedder: deduplicate.semantic?.model) {
            throw EtudeError(.config, problem.sentence, at: Place(file: file, key: problem.key))
        }
        stop = try StopSpec(reader.reader("stop"))
        network = try NetworkSpec(reader.reader("network"))
        journal = try reader.string("journal")
        try reader.refuseUnknownKeys()
    }

    private static func named<Value>(
        _ key: String,
        _ reader: inout YAMLReader,
        _ decode: (String, YAMLReader) throws(EtudeError) -> Value
    ) throws(EtudeError) -> [Value] {
        guard var entries = try reader.reader(key) else { return [] }
        var values: [Value] = []
        for name in entries.keys {
            guard let entry = try entries.reader(name) else { continue }
            values.append(try decode(name, entry))
        }
        return values
    }
}
