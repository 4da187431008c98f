import EtudeCore
import Testing

/// A real grading cut into what stands before, in and after its items, which can be changed with known consequences.
struct MutatedGrading {
    /// A row of a table, or the lines about one criterion.
    private struct Item {
        /// The position of the criterion; nil once it is renamed to something that is none.
        var criterion: Int?
        /// What stands before the points, the points, and what stands after; without points the first is all.
        var before: String
        var points: String?
        var after: String
        /// What a person reads: p, f or u.
        var outcome: Character

        var text: String { before + (points ?? "") + after }
    }

    /// What was done, for messages.
    private(set) var history: [String] = []
    private var preface: [String] = []
    private var items: [Item] = []
    private var suffix: [String] = []
    private let grading: RealGrading

    init(_ grading: RealGrading) throws {
        self.grading = grading
        let lines = grading.response.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if grading.isTable { try cutTable(lines) } else { cutList(lines) }
    }

    /// The grading as it now reads.
    var text: String { (preface + items.map(\.text) + suffix).joined(separator: "\n") }

    /// The marks that a person reads in it: one outcome only, or unknown.
    var marks: String {
        String(
            grading.marks.indices.map { index in
                let position = grading.marks.distance(from: grading.marks.startIndex, to: index)
                let outcomes = items.filter { $0.criterion == position }.map(\.outcome)
                return outcomes.first.map { first in outcomes.allSatisfy { $0 == first } ? first : "u" } ?? "u"
            }
        )
    }

    private mutating func cutTable(_ lines: [String]) throws {
        let rows = lines.indices.filter { lines[$0].hasPrefix("|") }
        let first = try #require(rows.first) + 2
        preface = Array(lines[..<first])
        suffix = Array(lines[(first + 6)...])
        for (position, mark) in grading.marks.enumerated() {
            let cells = lines[first + position].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            items.append(
                Item(
                    criterion: position,
                    before: "|" + cells[1] + "| ",
                    points: cells[2].filter(\.isNumber),
                    after: " |",
                    outcome: mark
                )
            )
        }
    }

    private mutating func cutList(_ lines: [String]) {
        var blocks: [[String]] = []
        for line in lines {
            if line.hasPrefix("Grade:") || line == "Grade" || line.hasPrefix("So,") || !suffix.isEmpty {
                suffix.append(line)
            } else if line.prefixMatch(of: /\*\*|\d[.)] |- |Point earned for/) != nil {
                blocks.append([line])
            } else if blocks.isEmpty {
                preface.append(line)
            } else {
                blocks[blocks.count - 1].append(line)
            }
        }
        for (position, block) in blocks.enumerated() {
            let text = block.joined(separator: "\n")
            let mark = grading.marks[grading.marks.index(grading.marks.startIndex, offsetBy: position)]
            guard let match = text.firstMatch(of: /Point earned(?: for [^:\n]+)?: ([0-9.]*[0-9])/) else {
                items.append(Item(criterion: position, before: text, points: nil, after: "", outcome: mark))
                continue
            }
            items.append(
                Item(
                    criterion: position,
                    before: String(text[..<match.1.startIndex]),
                    points: String(match.1),
                    after: String(text[match.1.endIndex...]),
                    outcome: mark
                )
            )
        }
    }

    /// Changes the grading some times, each in one of the ways below.
    mutating func mutate(times: Int, _ generator: inout SeededGenerator) {
        for _ in 0..<times {
            let kind = Kind.allCases[generator.below(Kind.allCases.count)]
            history.append(kind.rawValue)
            mutate(kind, &generator)
        }
    }

    private enum Kind: String, CaseIterable {
        case shuffled, missing, twiceAlike, twiceUnlike, half, spelledOut, bold, fenced, wrongTotal, prose, capitals
        case namesNothing, negated, otherVerb, header
    }

    private mutating func mutate(_ kind: Kind, _ generator: inout SeededGenerator) {
        guard !items.isEmpty else { return }
        let index = generator.below(items.count)
        switch kind {
        case .shuffled: items = generator.shuffled(items)
        case .missing: items.remove(at: index)
        case .twiceAlike: items.append(items[index])
        case .twiceUnlike: repeatUnlike(index)
        case .half: setPoints(index, ["0.5", "1/2", "½", "N/A", "", "2", "-1"][generator.below(7)], "u")
        case .spelledOut: spellOut(index, generator.below(4))
        case .bold: items[index].points = items[index].points.map { "**\($0)**" }
        case .fenced:
            preface.append(contentsOf: grading.isTable ? [] : ["```"])
            suffix.insert("```", at: 0)
        case .wrongTotal: suffix.insert(grading.isTable ? "| Total | 1 |" : "Grade: 1", at: 0)
        case .prose:
            suffix += ["", "In sum, every part was weighed: the writer earned 1 point out of 6, and 0 would be harsh."]
        case .capitals:
            items[index].before = items[index].before.uppercased()
        case .namesNothing:
            rename(index, to: "Uses exaggeration for effect", criterion: nil)
        case .negated:
            rename(index, to: "Does not illustrate \(name(index))", criterion: nil)
        case .otherVerb:
            let label = ["Contains \(name(index))", "Illustrates \(name(index))", name(index)][generator.below(3)]
            rename(index, to: label, criterion: items[index].criterion)
        case .header:
            preface = preface.map { $0.hasPrefix("|") ? $0.uppercased() : $0 }
        }
    }

    private mutating func repeatUnlike(_ index: Int) {
        var other = items[index]
        guard other.points != nil, other.outcome != "u" else { return }
        other.points = other.outcome == "p" ? "0" : "1"
        other.outcome = other.outcome == "p" ? "f" : "p"
        items.append(other)
    }

    private mutating func setPoints(_ index: Int, _ points: String, _ outcome: Character) {
        guard items[index].points != nil else { return }
        items[index].points = points
        items[index].outcome = outcome
    }

    private mutating func spellOut(_ index: Int, _ form: Int) {
        let digit = items[index].outcome == "p" ? "1" : "0"
        guard items[index].outcome != "u" else { return }
        setPoints(
            index,
            [digit + ".0", digit + "/1", digit + " out of 1", digit + " point"][form],
            items[index].outcome
        )
    }

    /// Puts another label into a table's row; in a list, where labels have many shapes, at the head of the item.
    private mutating func rename(_ index: Int, to label: String, criterion: Int?) {
        guard let points = items[index].points else { return }
        items[index].criterion = criterion
        items[index].before = grading.isTable ? "| \(label) | " : "**\(label)**: It was read with care. Point earned: "
        items[index].points = points
        items[index].after = grading.isTable ? " |" : ""
    }

    private func name(_ index: Int) -> String {
        switch items[index].criterion {
        case .some(let position) where position < grading.assignment.k: grading.assignment.skills[position].name
        case 3: grading.assignment.topic.name
        case 4: "Text makes sense"
        case 5: "At most two sentences"
        default: "nothing"
        }
    }
}
