import EtudeCore

/// The JSON verdicts in a judge's answer: objects with a list `marks` of `{"criterion", "evidence", "met"}`.
///
/// Prose, code fences and other objects around them do no harm. A verdict that is cut or broken says nothing, not even what an
/// earlier one in the same answer said.
struct JSONVerdict {
    private let entries: [JSONValue]

    /// The verdicts of an answer; nil for an answer without any.
    init?(in answer: String) {
        let scan = ObjectScan(answer)
        let lists = scan.objects.compactMap { $0["marks"]?.array }
        guard !lists.isEmpty || scan.broken.contains("\"marks\"") else { return nil }
        entries = scan.broken.contains("\"marks\"") ? [] : lists.flatMap { $0 }
    }

    /// The points that the entries give, a criterion being named by its id or its label.
    func findings(_ matcher: CriterionMatcher) -> [Finding] {
        entries.compactMap { entry in
            guard let name = entry["criterion"]?.string,
                let criterion = matcher.criterion(id: name) ?? matcher.criterion(named: name)
            else { return nil }
            return Finding(criterion: criterion, outcome: Self.outcome(entry["met"]))
        }
    }

    private static func outcome(_ met: JSONValue?) -> Mark.Outcome {
        switch met {
        case .bool(let isMet): isMet ? .pass : .fail
        case .int(1): .pass
        case .int(0): .fail
        case .string(let word): PointValue.outcome(of: word)
        default: .unknown
        }
    }
}
