public import EtudeCore
import EtudeCurate
import EtudePublish
import EtudeSample
import EtudeText

extension PipelineSpec {
    /// The pipeline as a file: every setting that changes the data.
    ///
    /// Nothing is in it that only tunes a run, nor where
    /// secrets come from. Decoding it gives the same plan.
    public var resolved: JSONValue {
        var members = resolvedMembers
        if exposure.mode == .drop { members.append(JSONMember("exposure", "drop")) }
        if let benchmarks = decontaminate.resolved { members.append(JSONMember("decontaminate", benchmarks)) }
        return .object(members)
    }

    private var resolvedMembers: [JSONMember] {
        let document: JSONValue = [
            "version": 1,
            "name": .string(name),
            "seed": .int(seed),
            "catalog": catalog.resolved,
            "holdout": resolvedHoldout,
            "splits": .object(splits.map { JSONMember($0.name, Self.resolved($0)) }),
            "sets": .object(sets.map { JSONMember($0.name, Self.resolved($0)) }),
            "sampling": ["strategy": .string(strategy.rawValue)],
            "models": .object(
                models.filter { usedModels.contains($0.name) }.map { JSONMember($0.name, Self.resolved($0)) }
            ),
            "generate": resolvedGenerate,
            "judge": [
                "panel": .array(judge.panel.map(JSONValue.string)),
                "rounds": .int(judge.rounds),
                "rubric": .string(judge.rubric),
                "accept": .string(judge.accept.text),
            ],
            "deduplicate": resolvedDeduplicate,
            "output": [
                "rows_per_shard": .int(output.rowsPerShard),
                "row": [
                    "request": .array(output.requests.map(JSONValue.string)),
                    "turns": .string(output.turns),
                    "definitions": .bool(output.definitions),
                    "explanation": .bool(output.explanation),
                ],
            ],
            "publish": ["minimum": publish.minimum.map(JSONValue.int) ?? "complete"],
        ]
        return document.members ?? []
    }

    private var resolvedHoldout: JSONValue {
        [
            "skills": .object(resolvedHoldoutSkills),
            "topics": [
                "ids": .array(holdout.topics.ids.map(JSONValue.string)),
                "fraction": .double(holdout.topics.fraction),
            ],
            "combinations": [
                "of": .int(holdout.combinationSize),
                "fraction": .double(holdout.combinationFraction),
            ],
            "allow_mention": .array(
                holdout.allowedMentions.map {
                    ["entry": .string($0.entry), "names": .string($0.names), "reason": .string($0.reason)]
                }
            ),
        ]
    }

    private var resolvedHoldoutSkills: [JSONMember] {
        var members = [
            JSONMember("categories", .array(holdout.skills.categories.map(JSONValue.string))),
            JSONMember("ids", .array(holdout.skills.ids.map(JSONValue.string))),
            JSONMember("fraction", .double(holdout.skills.fraction)),
        ]
        if holdout.skills.families == .together { members.append(JSONMember("families", "together")) }
        return members
    }

    private var resolvedDeduplicate: JSONValue {
        let near: JSONValue = [
            "unit": .string(deduplicate.near.unit.rawValue),
            "shingle": .int(deduplicate.near.shingle),
            "threshold": .double(deduplicate.near.threshold),
            "words_changed": .int(deduplicate.near.wordsChanged),
        ]
        let semantic = deduplicate.semantic.map {
            JSONMember("semantic", ["model": .string($0.model), "threshold": .double($0.threshold)])
        }
        return .object([JSONMember("near", near)] + [semantic].compactMap(\.self))
    }

    private var resolvedGenerate: JSONValue {
        var members: [JSONMember] = [
            JSONMember("model", .string(generate.model)),
            JSONMember("template", .string(generate.template)),
            JSONMember("attempts", .int(generate.attempts)),
            JSONMember("candidates", .int(generate.candidates)),
            JSONMember("sentences", .string(generate.sentences.word)),
            JSONMember("language", .string(generate.language)),
        ]
        if let wording = generate.wording { members.append(JSONMember("wording", .string(wording))) }
        return .object(members)
    }

    private static func resolved(_ split: SplitSpec) -> JSONValue {
        [
            "skills": .string(split.skills),
            "topics": .string(split.topics),
            "combinations": .string(split.combinations),
            "texts": split.hasTexts ? "written" : "none",
            "k": .object(split.rows.map { JSONMember("\($0.k)", .int($0.rows)) }),
        ]
    }

    private static func resolved(_ set: SetSpec) -> JSONValue {
        var members = [JSONMember("split", .string(set.split)), JSONMember("k", .array(set.k.map(JSONValue.int)))]
        if let rows = set.rows { members.append(JSONMember("rows", .int(rows))) }
        return .object(members)
    }

    private static func resolved(_ model: ModelSpec) -> JSONValue {
        var members = [JSONMember("provider", .string(model.provider.rawValue))]
        guard model.provider != .builtin else { return .object(members) }
        members.append(JSONMember("model", .string(model.model)))
        if let id = model.id { members.append(JSONMember("id", .string(id))) }
        if let temperature = model.temperature { members.append(JSONMember("temperature", .double(temperature))) }
        if let limit = model.maxOutputTokens { members.append(JSONMember("max_output_tokens", .int(limit))) }
        members.append(JSONMember("verdicts", .string(model.verdicts)))
        if !model.extra.isEmpty { members.append(JSONMember("extra", .object(model.extra))) }
        if model.provider == .replay { members.append(JSONMember("answers", .string(model.answers))) }
        return .object(members)
    }
}

extension GenerateSpec.SentenceRule {
    /// The rule as the pipeline file has it.
    var word: String {
        switch self {
        case .oneLess: "k-1"
        case .same: "k"
        case .fixed(let limit): "\(limit)"
        }
    }
}
