import EtudeCore
import EtudeText

/// `near-definition`: two skills that are said to be nearly the same.
///
/// Definitions are compared by the Jaccard similarity of their pairs of words. Of each only its rarest pairs are indexed, so
/// many that two near ones must share one (prefix filtering; Chaudhuri, Ganti and Kaushik 2006); of the definitions that share
/// one pair the latest few are compared, so that work grows with the words and not with the pairs of definitions.
struct DefinitionLint {
    private static let threshold = 0.8
    /// The least number of different pairs of words that say enough.
    private static let leastPairs = 4
    /// The most definitions with a rare pair that are compared with one.
    private static let mostCompared = 32

    static func check(_ skills: [Skill]) -> [Diagnostic] {
        let shingler = Shingler(unit: .words, size: 2)
        let texts = skills.map { shingler.shingles(of: $0.definition) }
        var counts: [UInt64: Int] = [:]
        for text in texts {
            for pair in text { counts[pair, default: 0] += 1 }
        }
        var equals: [[UInt64]: Int] = [:]
        var index: [UInt64: [Int]] = [:]
        var findings: [Diagnostic] = []
        for (number, text) in texts.enumerated() where !text.isEmpty {
            if let other = equals[text] {
                findings.append(finding(skills[number], skills[other], similarity: 1))
                continue
            }
            equals[text] = number
            guard text.count >= leastPairs else { continue }
            let prefix = text.sorted { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) }
                .prefix(text.count - Int((threshold * Double(text.count)).rounded(.up)) + 1)
            if let (other, similarity) = nearest(text, prefix, texts, index) {
                findings.append(finding(skills[number], skills[other], similarity: similarity))
            }
            for pair in prefix where counts[pair] ?? 0 > 1 { index[pair, default: []].append(number) }
        }
        return findings
    }

    /// The first definition that is near, with its similarity.
    private static func nearest(
        _ text: [UInt64],
        _ prefix: ArraySlice<UInt64>,
        _ texts: [[UInt64]],
        _ index: [UInt64: [Int]]
    ) -> (Int, Double)? {
        let candidates = prefix.flatMap { (index[$0] ?? []).suffix(mostCompared) }
        for other in Set(candidates).sorted() {
            let similarity = Jaccard.similarity(text, texts[other])
            if similarity >= threshold { return (other, similarity) }
        }
        return nil
    }

    private static func finding(_ skill: Skill, _ other: Skill, similarity: Double) -> Diagnostic {
        let place = other.place.map { " at \($0)" } ?? ""
        let near =
            similarity == 1
            ? "is that" : "is nearly that (\(Int((similarity * 100).rounded(.down)))% of its pairs of words)"
        return Diagnostic(
            .warning,
            rule: "near-definition",
            "The definition of the skill \"\(skill.id)\" \(near) of \"\(other.id)\"\(place); a judge cannot tell them apart.",
            at: skill.place
        )
    }
}
