public import EtudeCore

/// How far two judges agree on the texts that both have marked.
///
/// What is compared is the majority of each judge's gradings; marks that are a tie or could not be read for one of them are left
/// out. The sentence limit, which code decides, is none of them. Intervals are by text, all skill marks of one hanging together.
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

    /// The first judge.
    public let first: String
    /// The second.
    public let second: String
    /// Which criteria are compared.
    public let kind: Kind
    /// How many marks are compared.
    public let marks: Int
    /// How far the judges agree on them, kappa being Cohen's.
    public let agreement: Agreement

    /// Each two judges on each kind of criteria.
    ///
    /// - Parameters:
    ///   - texts: the texts.
    ///   - judges: the judges.
    ///   - seed: the seed of the intervals.
    /// - Returns: the comparisons for which there are marks, in the judges' order.
    public static func all(_ texts: [GradedText], judges: [String], seed: Seed) -> [JudgeAgreement] {
        judges.indices.flatMap { first in
            judges[(first + 1)...].flatMap { second in
                Kind.allCases.map { JudgeAgreement(texts, judges[first], second, on: $0, seed: seed) }
            }
        }
        .filter { $0.marks > 0 }
    }

    private init(_ texts: [GradedText], _ first: String, _ second: String, on kind: Kind, seed: Seed) {
        (self.first, self.second, self.kind) = (first, second, kind)
        var items = RatedItems(raters: 2, categories: 2)
        for text in texts {
            var item = RatingTable(raters: 2, categories: 2)
            for criterion in text.criteria where kind.covers(criterion) {
                item.add([first, second].map { text.majority(on: criterion, by: $0).rating })
            }
            items.add(item)
        }
        marks = items.total.pairedItems
        agreement = Agreement(items, seed: seed.child(kind.rawValue))
    }
}

extension GradedText.Majority {
    /// The category of a rating: 1 for pass, 0 for fail, none otherwise.
    fileprivate var rating: Int? {
        switch self {
        case .pass: 1
        case .fail: 0
        case .tie, .unread: nil
        }
    }
}
