public import EtudeCore

extension GradedText {
    /// What the majority of one judge's gradings says of a criterion.
    public enum Majority: Sendable, Hashable {
        /// More passes than fails.
        case pass
        /// More fails than passes.
        case fail
        /// As many of one as of the other, and some.
        case tie
        /// No vote that could be read.
        case unread
    }

    /// What the majority of one judge's gradings says of a criterion; what could not be read is no vote.
    ///
    /// - Parameters:
    ///   - criterion: the criterion.
    ///   - judge: whose gradings count.
    /// - Returns: the majority.
    public func majority(on criterion: Criterion, by judge: String) -> Majority {
        var lead = 0
        var votes = 0
        for grading in gradings where grading.judge == judge {
            switch grading.marks[criterion] ?? .unknown {
            case .pass: (lead, votes) = (lead + 1, votes + 1)
            case .fail: (lead, votes) = (lead - 1, votes + 1)
            case .unknown: break
            }
        }
        guard votes > 0 else { return .unread }
        return lead == 0 ? .tie : lead > 0 ? .pass : .fail
    }
}
