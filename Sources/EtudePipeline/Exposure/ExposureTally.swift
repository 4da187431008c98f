import EtudeCore
import EtudeJudge

/// Counts what a survey's texts came to, in any order.
struct ExposureTally {
    /// Texts of one kind.
    struct Count: Hashable {
        /// Those that were audited to the end.
        var audited = 0
        /// Of them, those that show a held-out skill.
        var shown = 0
        /// Of them, those on which the panel came to no majority.
        var undecided = 0
        /// Those whose audit failed for good.
        var failed = 0
    }

    /// The training rows by k.
    private(set) var rows: [Int: Count] = [:]
    /// The training rows that show a skill, by the skill, and those of which that is undecided.
    private(set) var skills: [String: Count] = [:]
    /// The probes by k.
    private(set) var probes: [Int: Int] = [:]
    /// The labels of probes that were found, by k.
    private(set) var catches: [Int: BinomialSample] = [:]
    /// The labels of probes that were found, by skill.
    private(set) var catchesBySkill: [String: BinomialSample] = [:]
    /// The controls of which the audit says that they do not show their skill.
    private(set) var controls = BinomialSample()
    /// The drafts that were rejected because they show a skill, by k.
    private(set) var dropped: [Int: Int] = [:]
    /// The same by skill.
    private(set) var droppedSkills: [String: Int] = [:]

    /// Counts what the audit found in a text.
    mutating func add(_ text: SurveyedText, _ exposure: Exposure) {
        switch text.role {
        case .row:
            rows[text.k, default: Count()].audited += 1
            if exposure.isShown { rows[text.k, default: Count()].shown += 1 }
            if exposure.isUndecided { rows[text.k, default: Count()].undecided += 1 }
            for skill in exposure.shown { skills[skill, default: Count()].shown += 1 }
            for skill in exposure.undecided { skills[skill, default: Count()].undecided += 1 }
        case .probe(let labels):
            probes[text.k, default: 0] += 1
            for label in labels {
                let isFound = exposure.shown.contains(label)
                catches[text.k, default: BinomialSample()].add(isFound)
                catchesBySkill[label, default: BinomialSample()].add(isFound)
            }
        case .control(let skill):
            controls.add(!exposure.shown.contains(skill))
        }
    }

    /// Counts a text whose audit failed for good; of those that are no rows nothing is learned.
    mutating func addFailed(_ text: SurveyedText) {
        if text.role == .row { rows[text.k, default: Count()].failed += 1 }
    }

    /// Counts a draft that was rejected because it shows some skills.
    mutating func addDropped(k: Int, skills: [String]) {
        dropped[k, default: 0] += 1
        for skill in skills { droppedSkills[skill, default: 0] += 1 }
    }
}

extension BinomialSample {
    /// Counts one trial.
    fileprivate mutating func add(_ isSuccess: Bool) {
        trials += 1
        if isSuccess { successes += 1 }
    }
}
