public import EtudeCore
import Glibc

/// How much of a success cannot be memory: the bound of arXiv 2310.17567, "beyond stochastic parrots".
///
/// Of the combinations of k skills and a topic at most p_s^k · p_t · L are expected to stand in a corpus of L texts already,
/// p_s and p_t being the mean frequencies of skills and topics. A share of successes above that bound is new.
public struct NoveltyBound: Sendable, Hashable {
    /// The mean share of texts that show a skill.
    public let skillFrequency: Double
    /// The mean share of texts about a topic.
    public let topicFrequency: Double
    /// How many texts the corpus has.
    public let texts: Double

    /// A bound by its frequencies.
    public init(skillFrequency: Double, topicFrequency: Double, texts: Double) {
        self.skillFrequency = skillFrequency
        self.topicFrequency = topicFrequency
        self.texts = texts
    }

    /// Reads a bound as a person writes it.
    ///
    /// - Parameter text: `skill=…,topic=…,texts=…`, in any order.
    /// - Throws: ``EtudeError`` with code `usage` for anything else; frequencies are above 0 and at most 1.
    public init(parsing text: String) throws(EtudeError) {
        var values: [Substring: Double] = [:]
        for part in text.split(separator: ",") {
            let sides = part.split(separator: "=")
            if sides.count == 2, let value = Double(sides[1]), value.isFinite, value > 0 { values[sides[0]] = value }
        }
        guard let skill = values["skill"], let topic = values["topic"], let texts = values["texts"],
            values.count == 3, skill <= 1, topic <= 1
        else {
            throw EtudeError(
                .usage,
                "`\(text)` should be the frequencies of a corpus, such as skill=0.014,topic=0.000001,texts=1e14."
            )
        }
        self.init(skillFrequency: skill, topicFrequency: topic, texts: texts)
    }

    /// The largest expected share of combinations that the corpus holds.
    ///
    /// - Parameter k: how many skills are combined.
    /// - Returns: p_s^k · p_t · L; above 1 it says nothing.
    public func bound(k: Int) -> Double { pow(skillFrequency, Double(k)) * topicFrequency * texts }

    /// The least share of the successes that the corpus cannot hold.
    ///
    /// - Parameters:
    ///   - successes: the Ratio of Full Marks.
    ///   - k: how many skills are combined.
    /// - Returns: 1 - bound / successes, at least 0; nil without successes.
    public func shareBeyond(successes: Double, k: Int) -> Double? {
        successes > 0 ? max(0, 1 - bound(k: k) / successes) : nil
    }
}
