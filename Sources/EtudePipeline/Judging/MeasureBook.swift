import EtudeCore
import EtudeJudge
import EtudePublish

/// Gathers what decided candidates tell of the judges: a pure function of the candidates decided, in their order.
///
/// Notes of candidates that are not decided yet wait; a note that is never decided is surplus and counts for nothing.
struct MeasureBook {
    private struct Key: Hashable {
        let cell: Int
        let position: Int
        let attempt: Int

        init(_ candidate: Candidate) {
            cell = candidate.cell
            position = candidate.position
            attempt = candidate.attempt
        }
    }

    private let ballots: Int
    private let raters: Int
    private var waiting: [Key: MeasureNote] = [:]
    private var texts = 0
    private var criteria: [String: CriterionMeasure] = [:]
    private var probes = ProbeTally()

    /// An empty book for the judges of a pipeline.
    init(_ judge: JudgeSpec) {
        ballots = judge.ballots
        raters = judge.probes > 0 ? ballots : MeasuredPanel.independentBallots(of: ballots)
    }

    /// Takes a note of a candidate that is answered.
    mutating func note(_ note: MeasureNote, of candidate: Candidate) {
        waiting[Key(candidate)] = note
    }

    /// Counts the note of a candidate that is decided.
    mutating func count(_ candidate: Candidate) {
        guard let note = waiting.removeValue(forKey: Key(candidate)) else { return }
        if let probe = note.probe { probes.add(probe) }
        guard !note.ballots.isEmpty else { return }
        texts += 1
        var votes: [String: [Criterion: [Mark.Outcome]]] = [:]
        for ballot in note.ballots {
            for (criterion, outcome) in ballot.marks {
                votes[Self.kind(of: criterion), default: [:]][criterion, default: []].append(outcome)
            }
        }
        for (kind, marks) in votes {
            criteria[kind, default: CriterionMeasure(raters: raters)].add(Array(marks.values))
        }
    }

    /// What was measured.
    ///
    /// - Parameters:
    ///   - seed: what the draws of the bootstrap follow from.
    ///   - warnings: what else a reader should know of the judges.
    /// - Returns: the record, with a warning of each number that is low.
    func record(seed: Seed, warnings: [String]) -> JudgingRecord {
        let agreement = criteria.keys.sorted { Self.order($0) < Self.order($1) }.compactMap { kind in
            criteria[kind]?.record(kind, seed: seed.child("agreement"))
        }
        let probes = ProbeKind.allCases.filter { self.probes[$0].planted > 0 }.map { kind in
            let counts = self.probes[kind]
            return ProbeRecord(
                kind: kind.rawValue,
                planted: counts.planted,
                caughtByCode: counts.byCode,
                caughtByJudges: counts.catchRate,
                abstained: counts.abstained,
                failed: counts.failed,
                missed: counts.missed
            )
        }
        var record = JudgingRecord(ballots: ballots, texts: texts, agreement: agreement, probes: probes)
        record.warnings = warnings + MeasureWarnings.of(record)
        return record
    }

    /// How criteria are put together: skills, which differ from text to text, are one kind.
    private static func kind(of criterion: Criterion) -> String {
        if case .skill = criterion { "skills" } else { criterion.name }
    }

    /// Skills, topic and sense first, then the others by name.
    private static func order(_ kind: String) -> (Int, String) {
        (["skills", "topic", "sense"].firstIndex(of: kind) ?? 3, kind)
    }
}
