import EtudeCore

/// What a survey measured, as the certificate publishes it: a function of the rows and the judges' answers.
///
/// The shares are those of sampled training rows or, where such drafts are rejected, of training drafts that the judges had
/// accepted. The corrected ones (``CorrectedRate``) take into account that the audit errs: it misses skills as often as it
/// missed labels of held-out rows, and sees skills as often as it saw one in a control.
struct ExposureResult {
    let spec: ExposureSpec
    let judges: [String]
    let heldOutSkills: [String]
    let seed: Seed
    /// The training rows there are, by k.
    let rows: [Int: Int]
    let tally: ExposureTally

    /// The object under `exposure`.
    var json: JSONValue {
        [
            "mode": .string(spec.mode.rawValue),
            "unit": .string(spec.mode == .drop ? "drafts" : "rows"),
            "judges": .array(judges.map(JSONValue.string)),
            "held_out_skills": .int(heldOutSkills.count),
            "seed": .string(seed.description),
            "all": .object(figures(of: Array(rows.keys))),
            "by_k": .array(
                rows.keys.sorted().map { k in
                    let probes = Self.json(tally.catches[k] ?? BinomialSample(), texts: tally.probes[k] ?? 0)
                    return .object([JSONMember("k", .int(k))] + figures(of: [k]) + [JSONMember("probes", probes)])
                }
            ),
            "by_skill": .array(heldOutSkills.map(skill)),
            "probes": Self.json(sensitivity, texts: tally.probes.values.reduce(0, +)),
            "controls": [
                "texts": .int(specificity.trials),
                "mistaken": .int(specificity.trials - specificity.successes),
            ],
            "notes": .array(Self.notes.map(JSONValue.string)),
        ]
    }

    /// How often a label of a held-out row was found.
    private var sensitivity: BinomialSample {
        tally.catches.values.reduce(into: BinomialSample()) { sum, sample in
            sum.successes += sample.successes
            sum.trials += sample.trials
        }
    }

    /// How often a control was not taken for what it looks like.
    private var specificity: BinomialSample { tally.controls }

    /// What was seen at some k, and the share that follows.
    private func figures(of k: [Int]) -> [JSONMember] {
        let counts = k.compactMap { tally.rows[$0] }
        let dropped = k.compactMap { tally.dropped[$0] }.reduce(0, +)
        let audited = counts.map(\.audited).reduce(0, +)
        let shown = counts.map(\.shown).reduce(0, +)
        let all = k.compactMap { rows[$0] }.reduce(0, +)
        let observed =
            spec.mode == .drop
            ? BinomialSample(successes: dropped, trials: all + dropped)
            : BinomialSample(successes: shown, trials: audited)
        return [
            JSONMember("rows", .int(all)), JSONMember("audited", .int(audited)), JSONMember("shown", .int(shown)),
            JSONMember("undecided", .int(counts.map(\.undecided).reduce(0, +))),
            JSONMember("failed", .int(counts.map(\.failed).reduce(0, +))), JSONMember("dropped", .int(dropped)),
            JSONMember("share", share(observed)),
        ]
    }

    private func skill(_ id: String) -> JSONValue {
        let count = tally.skills[id] ?? ExposureTally.Count()
        let dropped = tally.droppedSkills[id] ?? 0
        let observed =
            spec.mode == .drop
            ? BinomialSample(
                successes: dropped,
                trials: rows.values.reduce(0, +) + tally.dropped.values.reduce(0, +)
            )
            : BinomialSample(successes: count.shown, trials: tally.rows.values.map(\.audited).reduce(0, +))
        return [
            "skill": .string(id), "shown": .int(count.shown), "undecided": .int(count.undecided),
            "dropped": .int(dropped), "share": share(observed),
            "probes": Self.json(tally.catchesBySkill[id] ?? BinomialSample(), texts: nil),
        ]
    }

    /// The share as it was seen, and as it is with the audit's errors taken into account, where they are known.
    private func share(_ observed: BinomialSample) -> JSONValue {
        guard let apparent = observed.share else { return [:] }
        let members = [JSONMember("apparent", Self.number(apparent))]
        let rate = CorrectedRate(observed: observed, sensitivity: sensitivity, specificity: specificity)
        guard let corrected = rate.estimate else { return .object(members) }
        return .object(
            members + [
                JSONMember("corrected", Self.number(corrected)), JSONMember("lower", Self.number(rate.interval.lower)),
                JSONMember("upper", Self.number(rate.interval.upper)),
            ]
        )
    }

    private static func json(_ sample: BinomialSample, texts: Int?) -> JSONValue {
        let count = texts.map { [JSONMember("texts", .int($0))] } ?? []
        return .object(
            count + [JSONMember("labels", .int(sample.trials)), JSONMember("found", .int(sample.successes))]
        )
    }

    /// Six decimals, so that the last bits of a machine's logarithms reach no published file.
    private static func number(_ share: Double) -> JSONValue { .double((share * 1e6).rounded() / 1e6) }

    private static let notes = [
        "A probe is a row of a held-out split. The panel that audits had found its labels when it was asked for them by name, "
            + "so what the panel never sees is missing here too.",
        "A control is the catalog's counterexample of a held-out skill, audited for that skill: a harder case than most rows, "
            + "but for one skill, while a row could be mistaken for any.",
        "The sample is the same share of each skill's rows as far as that goes; the intervals hold the share among rows made "
            + "in this way with a confidence of 95%.",
        "What is undecided counts as not shown.",
    ]
}
