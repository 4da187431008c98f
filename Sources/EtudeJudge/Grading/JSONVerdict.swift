import EtudeCore

/// The JSON verdicts in a judge's answer: objects with `{"criterion", "evidence", "met"}` under each number, or in a list, of `marks`.
///
/// Prose, code fences and other objects around them do no harm. A verdict that is cut or broken says nothing, not even what an
/// earlier one in the same answer said.
struct JSONVerdict {
    /// What is said of one criterion.
    struct Entry {
        /// The object as it stands.
        let value: JSONValue

        /// The words that the judge quotes; empty where there are none.
        var evidence: String { value["evidence"]?.string ?? "" }

        /// The points, a criterion being named by its id or its label; nil where it names none.
        func finding(_ matcher: CriterionMatcher) -> Finding? {
            guard let name = value["criterion"]?.string, let criterion = matcher.criterion(named: name) else {
                return nil
            }
            return Finding(criterion: criterion, outcome: outcome)
        }

        private var outcome: Mark.Outcome {
            switch value["met"] {
            case .bool(let isMet): isMet ? .pass : .fail
            case .int(1): .pass
            case .int(0): .fail
            case .string(let word): PointValue.outcome(of: word)
            default: .unknown
            }
        }
    }

    /// What is said of the criteria, in order.
    let entries: [Entry]

    /// The verdicts of an answer; nil for an answer without any.
    init?(in answer: String) {
        let scan = ObjectScan(answer)
        let lists = scan.objects.compactMap { $0["marks"] }.compactMap { $0.members?.map(\.value) ?? $0.array }
        guard !lists.isEmpty || scan.broken.contains("\"marks\"") else { return nil }
        entries = scan.broken.contains("\"marks\"") ? [] : lists.flatMap { $0 }.map(Entry.init)
    }
}
