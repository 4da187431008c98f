import EtudeCore
import EtudeCurate
import EtudeGenerate
import EtudeSample
import EtudeText

/// Builds rows from accepted drafts and keeps those that name nothing of the other side and are near to nothing kept.
///
/// The same rules, by the same code, are what `verify` checks in the release.
struct RowKeeper: Acceptor {
    private let plan: PipelinePlan
    private let release: Int
    private let student: StudentRequest
    private let names: OtherSideNames
    private let judges: [String]
    private var kept: DuplicateIndex
    private var meanings: MeaningIndex

    init(plan: PipelinePlan, release: Int, student: StudentRequest, texts: any TextStore) {
        self.plan = plan
        self.release = release
        self.student = student
        names = OtherSideNames(plan.facts)
        kept = DuplicateIndex(settings: plan.spec.deduplicate.near, texts: texts)
        meanings = MeaningIndex(threshold: plan.spec.deduplicate.semantic?.threshold ?? 1)
        judges = plan.spec.judge.panel.compactMap { plan.spec.model($0)?.rowName(as: .judge) }
    }

    mutating func accept(
        _ candidate: Candidate,
        draft: Draft?,
        verdict: Verdict?,
        meaning: UnitVector?
    ) throws(EtudeError) -> Acceptance {
        let row: Row
        do {
            row = try self.row(candidate, draft, verdict)
        } catch {
            return .refuse(.unreadable, detail: "\(error)", match: nil)
        }
        let split = plan.facts.split(row.split)
        if let split {
            let forbidden = names.findings(in: row, of: split).forbidden
            guard forbidden.isEmpty else {
                return .refuse(.namesOtherSide, detail: Set(forbidden).sorted().joined(separator: ", "), match: nil)
            }
        }
        guard draft != nil else { return .keep(row) }
        if let items = plan.benchmarks?.items(in: row.completion.map(\.content)) {
            return .refuse(.contaminated, detail: items, match: nil)
        }
        let text = kept.entry(row.text)
        if let match = try kept.match(for: text) {
            return .refuse(match.kind == .exact ? .exactDuplicate : .nearDuplicate, detail: match.keptID, match: match)
        }
        if let meaning {
            guard meanings.dimensions ?? meaning.count == meaning.count else {
                return .refuse(
                    .unreadable,
                    detail: "its embedding has \(meaning.count) numbers, others more or less",
                    match: nil
                )
            }
            if let match = meanings.match(for: meaning) {
                return .refuse(.nearMeaning, detail: match.keptID, match: match)
            }
            meanings.insert(id: row.id, meaning)
        }
        try kept.insert(id: row.id, text)
        return .keep(row)
    }

    /// Keeps a row of an earlier release, to which no other may be near.
    mutating func carry(_ row: Row) throws(EtudeError) {
        guard !row.text.isEmpty else { return }
        try kept.insert(id: row.id, kept.entry(row.text))
    }

    private func row(_ candidate: Candidate, _ draft: Draft?, _ verdict: Verdict?) throws -> Row {
        let cell = plan.cells[candidate.cell].cell
        let assignment = try plan.assignment(candidate)
        let prompt: [Message]
        let completion: [Message]
        if let draft {
            (prompt, completion) = try student.turns(of: draft, for: assignment, positionSeed: candidate.positionSeed)
        } else {
            prompt = try student.prompt(assignment, positionSeed: candidate.positionSeed)
            completion = []
        }
        let request = draft?.messages.first.map { [$0] } ?? prompt
        return Row(
            id: Row.id(name: plan.spec.name, candidate: candidate, cell: cell),
            release: release,
            split: cell.split,
            k: cell.k,
            skills: candidate.combination.skills,
            skillNames: assignment.skills.map(\.name),
            skillCategories: assignment.skills.map(\.category),
            topic: candidate.combination.topic,
            messages: prompt + completion,
            prompt: prompt,
            completion: completion,
            text: draft?.text ?? "",
            explanation: draft?.explanation ?? "",
            marks: verdict?.marks ?? [],
            teacher: draft?.teacher ?? "",
            judges: draft == nil ? [] : judges,
            planIndex: candidate.position,
            seed: candidate.seed.description,
            promptSHA256: SHA256.digest(of: JSONValue.array(request.map(\.json)).canonicalText).hex,
            finishReason: draft?.finishReason ?? ""
        )
    }
}

extension ModelSpec {
    /// What a model does in a pipeline.
    enum Duty: String {
        case teacher
        case judge
        case embedder
    }

    /// How rows name the model.
    func rowName(as duty: Duty) -> String {
        provider == .builtin ? "builtin/\(duty.rawValue)" : modelID
    }
}
