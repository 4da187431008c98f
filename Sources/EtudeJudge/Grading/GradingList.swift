import EtudeCore
import EtudeText

/// Reads a list of remarks, one item for each criterion, in which the points stand in the item: after its name or further down.
///
/// An item begins with a line that a list mark, a heading mark or bold words open, whatever it names: points after an item that
/// names no criterion belong to nobody. A plain line that names a criterion begins an item only where none is open that still
/// lacks its points; inside such an item it makes unclear whose the points are, and they are not read.
struct GradingList {
    /// The item that the lines belong to.
    private struct Item {
        let criterion: Criterion
        let depth: Int
        var hasPoints = false
    }

    /// The points found so far.
    private(set) var findings: [Finding] = []
    private let matcher: CriterionMatcher
    private var item: Item?

    /// A reader of lists about some criteria.
    init(_ matcher: CriterionMatcher) {
        self.matcher = matcher
    }

    /// Ends the open item: points that follow are not its own.
    mutating func endItem() {
        item = nil
    }

    /// Reads the next line.
    mutating func read(_ line: Substring) {
        let line = GradingLine(line)
        let named = matcher.criterion(named: line.label)
        guard named != nil || !Self.isTotal(line) else { return endItem() }
        if line.label.contains(where: \.isLetter) { open(line, named) }
        if let named, line.points.isEmpty, line.isLabelled {
            let outcome = PointValue.leadingOutcome(of: line.remark)
            if outcome != .unknown || PointValue.isNumeric(line.remark) { add(outcome, to: named) }
        }
        guard !namesAnother(line.remark) else { return endItem() }
        for statement in line.points {
            let isOwn = matcher.isFiller(statement.subject)
            let criterion = isOwn ? item?.criterion : matcher.criterion(named: statement.subject)
            if let criterion { add(statement.outcome, to: criterion) }
        }
    }

    private mutating func add(_ outcome: Mark.Outcome, to criterion: Criterion) {
        findings.append(Finding(criterion: criterion, outcome: outcome))
        if item?.criterion == criterion { item?.hasPoints = true }
    }

    /// Opens, keeps or ends an item by what a line names.
    private mutating func open(_ line: GradingLine, _ named: Criterion?) {
        let opened = named.map { Item(criterion: $0, depth: line.depth) }
        guard let current = item else {
            item = opened
            return
        }
        guard named != nil || !Self.isAside(line) else { return }
        if line.isMarked, line.depth <= current.depth {
            item = opened
        } else if let named, named != current.criterion {
            item = current.hasPoints ? opened : nil
        } else if named == nil, !line.isMarked, line.isLabelled {
            item = nil
        }
    }

    /// Whether a remark goes over to another criterion, so that points after it may be those of either.
    private func namesAnother(_ remark: String) -> Bool {
        remark.split(separator: ":").dropLast().contains { part in
            let label = part.split { ".;!?".contains($0) }.last ?? part
            return matcher.criterion(named: label).map { $0 != item?.criterion } ?? false
        }
    }

    /// Whether a line names a part of an item and no item.
    private static func isAside(_ line: GradingLine) -> Bool {
        guard line.isLabelled, let word = Folding.nameWords(line.label).first else { return false }
        return [
            "evidence", "reason", "reasoning", "justification", "analysis", "comment", "rationale", "explanation",
            "설명", "근거", "이유",
        ].contains(word)
    }

    /// Whether a line speaks of the whole.
    private static func isTotal(_ line: GradingLine) -> Bool {
        guard let word = Folding.nameWords(line.label).first else { return false }
        return ["total", "grade", "overall", "final", "sum", "합계", "총점"].contains(word)
    }
}
