public import EtudeCore

/// How far two judges agree on the texts that both have marked.
///
/// What is compared is the majority of each judge's gradings; marks that are a tie or could not be read for one of them are left
/// out. The sentence limit, which code decides, is none of them.
public struct JudgeAgreement: Sendable {
    /// Which criteria are counted together.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The skills, all of them.
        case skills
        /// The topic.
        case topic
        /// Whether the text makes sense.
        case sense

        fileprivate func covers(_ criterion: Criterion) -> Bool {
            switch (self, criterion) {
            case (.skills, .skill), (.topic, .topic), (.sense, .sense): true
            default: false
            }
        }
    }

    /// How often two judges said what of the criteria of one kind.
    public struct Counts: Sendable, Hashable {
        /// Both passed it.
        public var bothPass = 0
        /// Only the first passed it.
        public var onlyFirst = 0
        /// Only the second passed it.
        public var onlySecond = 0
        /// Both failed it.
        public var bothFail = 0

        /// How many marks are compared.
        public var marks: Int { bothPass + onlyFirst + onlySecond + bothFail }
        /// The share of marks on which they agree; nil without marks.
        public var percent: Double? { marks > 0 ? Double(bothPass + bothFail) / Double(marks) : nil }
        /// Cohen's kappa; nil where neither ever differs from itself, and without marks.
        public var kappa: Double? {
            guard let percent else { return nil }
            let n = Double(marks)
            let (first, second) = (Double(bothPass + onlyFirst) / n, Double(bothPass + onlySecond) / n)
            let chance = first * second + (1 - first) * (1 - second)
            return chance < 1 ? (percent - chance) / (1 - chance) : nil
        }
    }

    /// The first judge.
    public let first: String
    /// The second.
    public let second: String
    /// What they said, by kind of criterion.
    public let counts: [(kind: Kind, counts: Counts)]

    /// Each two judges.
    ///
    /// - Parameters:
    ///   - texts: the texts.
    ///   - judges: the judges.
    ///   - seed: the seed of the intervals.
    /// - Returns: a comparison for each pair that has marked a text in common, in the judges' order.
    public static func all(_ texts: [GradedText], judges: [String], seed: Seed) -> [JudgeAgreement] {
        judges.indices.flatMap { first in
            judges[(first + 1)...].map { JudgeAgreement(texts, judges[first], $0) }
        }
        .filter { agreement in agreement.counts.contains { $0.counts.marks > 0 } }
    }

    private init(_ texts: [GradedText], _ first: String, _ second: String) {
        (self.first, self.second) = (first, second)
        counts = Kind.allCases.map { kind in
            var counts = Counts()
            for text in texts {
                for criterion in text.criteria where kind.covers(criterion) {
                    switch (text.majority(on: criterion, by: first), text.majority(on: criterion, by: second)) {
                    case (.pass, .pass): counts.bothPass += 1
                    case (.pass, .fail): counts.onlyFirst += 1
                    case (.fail, .pass): counts.onlySecond += 1
                    case (.fail, .fail): counts.bothFail += 1
                    default: break
                    }
                }
            }
            return (kind, counts)
        }
    }
}
