public import EtudeCore
import EtudeText

/// Makes probes of texts that are as good as texts are: each gets one fault, and is else left as it is.
public struct ProbeMaker: Sendable {
    private let skills: [Skill]
    private let topics: [Topic]

    /// A maker of probes.
    ///
    /// - Parameters:
    ///   - skills: the skills from which one that a text does not show may be taken: those of the text's side of the catalog.
    ///   - topics: the topics, likewise.
    public init(skills: [Skill], topics: [Topic]) {
        self.skills = skills
        self.topics = topics
    }

    /// A probe of a kind drawn by seed, among those that can be made of the text.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - assignment: what it was written for.
    ///   - seed: what the fault follows from.
    /// - Returns: the probe; nil where none can be made.
    public func probe(_ text: String, for assignment: Assignment, seed: Seed) -> Probe? {
        var generator = SeededGenerator(seed: seed.child("kind"))
        for kind in generator.shuffled(ProbeKind.allCases) {
            if let probe = probe(kind, text, for: assignment, seed: seed) { return probe }
        }
        return nil
    }

    /// A probe of a kind.
    ///
    /// - Parameters:
    ///   - kind: the fault.
    ///   - text: the text.
    ///   - assignment: what it was written for.
    ///   - seed: what the fault follows from.
    /// - Returns: the probe; nil where the text does not lend itself to it: the catalog has no other topic, say.
    public func probe(_ kind: ProbeKind, _ text: String, for assignment: Assignment, seed: Seed) -> Probe? {
        var generator = SeededGenerator(seed: seed.child(kind.rawValue))
        switch kind {
        case .skillMissing: return skillMissing(kind, text, text, assignment, &generator)
        case .offTopic: return offTopic(text, assignment, &generator)
        case .overLength: return overLength(text, assignment)
        case .namesSkill: return namesSkill(text, assignment, &generator)
        case .injection:
            let lines = Injection.lines(assignment.language)
            let words = lines[generator.below(lines.count)]
            guard let talking = Self.inserting(words, into: text, of: assignment) else { return nil }
            return skillMissing(kind, text, talking, assignment, &generator)
        }
    }

    /// Swaps a skill for another that the original does not name and that no skill of the text is related to.
    private func skillMissing(
        _ kind: ProbeKind,
        _ original: String,
        _ text: String,
        _ assignment: Assignment,
        _ generator: inout SeededGenerator
    ) -> Probe? {
        let near = Set(assignment.skills.flatMap { [$0.id] + $0.related })
        let others = skills.filter { !near.contains($0.id) && near.isDisjoint(with: $0.related) }
        for other in generator.shuffled(others) {
            var asked = assignment.skills
            asked[generator.below(asked.count)] = other
            let swapped = assignment.with(skills: asked)
            guard CodeChecks.namedSkills(in: original, of: swapped).isEmpty else { continue }
            return Probe(kind: kind, text: text, assignment: swapped, fails: .skill(other.id))
        }
        return nil
    }

    /// Swaps the topic for another of which no word is in the text.
    private func offTopic(_ text: String, _ assignment: Assignment, _ generator: inout SeededGenerator) -> Probe? {
        for other in generator.shuffled(topics) where other.id != assignment.topic.id {
            let swapped = assignment.with(topic: other)
            guard AbsentTopic().finding(in: CheckedText(text, for: swapped)) != nil else { continue }
            return Probe(kind: .offTopic, text: text, assignment: swapped, fails: .topic)
        }
        return nil
    }

    /// Repeats the text's own sentences until it has one too many.
    private func overLength(_ text: String, _ assignment: Assignment) -> Probe? {
        let sentences = Sentences.split(text)
        var long = text
        for index in 0...assignment.sentenceLimit {
            guard CodeChecks.keepsSentenceLimit(long, of: assignment), !sentences.isEmpty else { break }
            long += " " + sentences[index % sentences.count]
        }
        guard !CodeChecks.keepsSentenceLimit(long, of: assignment) else { return nil }
        return Probe(kind: .overLength, text: long, assignment: assignment, fails: .sentenceLimit)
    }

    /// Names a skill in brackets at the end of the last sentence.
    private func namesSkill(_ text: String, _ assignment: Assignment, _ generator: inout SeededGenerator) -> Probe? {
        for skill in generator.shuffled(assignment.skills) {
            for form in NameForms.of(skill) {
                guard let naming = Self.inserting(form, into: text, of: assignment),
                    CodeChecks.namedSkills(in: naming, of: assignment).contains(skill.id)
                else { continue }
                return Probe(kind: .namesSkill, text: naming, assignment: assignment, fails: .skill(skill.id))
            }
        }
        return nil
    }

    /// The text with words in brackets before the signs that end it; nil where that makes it too long.
    private static func inserting(_ words: String, into text: String, of assignment: Assignment) -> String? {
        guard let last = text.lastIndex(where: { $0.isLetter || $0.isNumber }) else { return nil }
        let end = text.index(after: last)
        let longer = text[..<end] + " (\(words))" + text[end...]
        return CodeChecks.keepsSentenceLimit(String(longer), of: assignment) ? String(longer) : nil
    }
}

extension Assignment {
    /// The assignment with other skills or another topic.
    fileprivate func with(skills: [Skill]? = nil, topic: Topic? = nil) -> Assignment {
        Assignment(
            skills: skills ?? self.skills,
            topic: topic ?? self.topic,
            sentenceLimit: sentenceLimit,
            language: language
        )
    }
}
