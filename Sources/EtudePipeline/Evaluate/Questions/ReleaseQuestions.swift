import EtudeCore
import EtudePublish
import EtudeSample

/// Questions that a release has reserved: the rows of a split, asked as the release has them.
struct ReleaseQuestions {
    private let release: ReleaseReader
    private let manifest: Manifest
    private let catalog: Catalog
    private let spec: PipelineSpec
    private let split: SplitSpec

    /// The questions of a release.
    ///
    /// - Parameters:
    ///   - path: the release's folder, or a link to it.
    ///   - name: the split; nil for the release's only split of requests.
    ///   - evaluation: the pipeline that evaluates.
    /// - Throws: ``EtudeError``: `io` where there is no release, `data` for a broken one, `usage` for a split that it lacks or
    ///   whose rows cannot be asked, `config` for a release in another language.
    init(_ path: String, split name: String?, for evaluation: PipelineSpec) throws(EtudeError) {
        release = try ReleaseReader(path)
        manifest = try release.manifest()
        catalog = try release.catalog().catalog
        let file = "\(release.folder)/pipeline.yaml"
        guard let source = String(validating: try release.bytes("pipeline.yaml"), as: UTF8.self) else {
            throw EtudeError(.data, "The file is not valid UTF-8.", at: Place(file: file))
        }
        spec = try PipelineSpec(source: source, file: file)
        split = try Self.split(name, of: spec, path)
        guard spec.generate.language == evaluation.generate.language else {
            throw EtudeError(
                .config,
                "The release \(path) is in \"\(spec.generate.language)\", and this pipeline is not.",
                at: Place(file: evaluation.file, key: "generate.language")
            )
        }
        guard evaluation.evaluate.conversation == .paper || spec.output.turns == "final" || !split.hasTexts else {
            throw EtudeError(
                .usage,
                "The prompts of `\(split.name)` hold the teacher's own drafts (`turns: all`); ask with `--protocol paper`."
            )
        }
    }

    private static func split(_ name: String?, of spec: PipelineSpec, _ path: String) throws(EtudeError) -> SplitSpec {
        let named = spec.splits.filter { split in name.map { $0 == split.name } ?? !split.hasTexts }
        if named.count == 1 { return named[0] }
        let known = spec.splits.map(\.name).joined(separator: ", ")
        let problem =
            name.map { "has no split `\($0)`" } ?? "has \(named.count) splits of requests only (`texts: none`)"
        throw EtudeError(.usage, "The release \(path) \(problem); name one by `--split`: \(known).")
    }

    /// The questions; the training rows of the release are read too.
    ///
    /// - Parameters:
    ///   - k: the numbers of skills; nil for all that the split has.
    ///   - combinations: the most questions of a cell, its first.
    /// - Returns: the cells, k ascending, with the pairs that training rows have seen.
    /// - Throws: ``EtudeError`` with code `data` for a combination that a training row holds, and for a broken release;
    ///   `usage` for a k that the split lacks.
    func questions(k: [Int]?, combinations: Int) throws(EtudeError) -> QuestionSet {
        let shards = manifest.shards.filter { $0.split == split.name }
        let wanted = k ?? split.rows.map(\.k)
        var cells: [EvaluationCell] = []
        for k in wanted {
            var questions: [EvaluationQuestion] = []
            try release.rows(of: shards.filter { $0.k == k }) { row, shard, line throws(EtudeError) in
                guard questions.count < combinations else { return }
                questions.append(try question(row, at: Place(file: "\(release.folder)/\(shard.path)", line: line)))
            }
            guard !questions.isEmpty else {
                let held = Set(shards.map(\.k)).sorted().map(String.init).joined(separator: ", ")
                throw EtudeError(
                    .usage,
                    "The split `\(split.name)` of the release has no k = \(k); it has \(held)."
                )
            }
            cells.append(EvaluationCell(setting: split.name, k: k, questions: questions))
        }
        return QuestionSet(
            cells: cells,
            hasMarkers: spec.output.explanation,
            seenPairs: try seenPairs(cells)
        )
    }

    private func question(_ row: Row, at place: Place) throws(EtudeError) -> EvaluationQuestion {
        let skills = row.skills.compactMap(catalog.skill)
        guard skills.count == row.skills.count, let topic = catalog.topic(row.topic) else {
            throw EtudeError(.data, "The row names a skill or topic that catalog.jsonl lacks.", at: place)
        }
        guard let seed = UInt64(row.seed, radix: 16) else {
            throw EtudeError(.data, "The row's seed \"\(row.seed)\" is no hexadecimal number.", at: place)
        }
        return EvaluationQuestion(
            assignment: Assignment(
                skills: skills,
                topic: topic,
                sentenceLimit: spec.generate.sentences.limit(k: row.k),
                language: spec.generate.language
            ),
            prompt: row.prompt,
            seed: Seed(seed).child("evaluate")
        )
    }

    /// Reads the training rows, refuses what they hold, and counts the pairs that they have seen.
    private func seenPairs(_ cells: [EvaluationCell]) throws(EtudeError) -> [EvaluationReport.SeenPairs] {
        let asked = Set(cells.flatMap(\.questions).map(\.combination))
        let pairs = cells.map { cell in
            cell.questions.reduce(into: Set<SkillPair>()) { $0.formUnion(SkillPair.all(of: $1.combination.skills)) }
        }
        let wanted = pairs.reduce(into: Set<SkillPair>()) { $0.formUnion($1) }
        let training = Set(spec.splitRules().filter { $0.isTraining && $0.texts }.map(\.name))
        var seen: Set<SkillPair> = []
        try release.rows(of: manifest.shards.filter { training.contains($0.split) }) {
            row,
            shard,
            line throws(EtudeError) in
            let combination = Combination(skills: row.skills, topic: row.topic).unordered
            guard !asked.contains(combination) else {
                throw EtudeError(
                    .data,
                    """
                    This training row holds the combination of \(combination.skills.joined(separator: ", ")) on \
                    \(combination.topic), which the evaluation would ask for; choose another `--split`.
                    """,
                    at: Place(file: "\(release.folder)/\(shard.path)", line: line)
                )
            }
            seen.formUnion(SkillPair.all(of: row.skills).intersection(wanted))
        }
        return zip(cells, pairs).map { cell, pairs in
            EvaluationReport.SeenPairs(
                setting: cell.setting,
                k: cell.k,
                pairs: BinomialSample(successes: pairs.intersection(seen).count, trials: pairs.count)
            )
        }
    }
}

extension EvaluationQuestion {
    /// The combination, whatever the order of its skills.
    fileprivate var combination: Combination {
        Combination(skills: assignment.skills.map(\.id), topic: assignment.topic.id).unordered
    }
}
