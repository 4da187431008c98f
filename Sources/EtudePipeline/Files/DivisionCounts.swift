public import EtudeCore
import EtudeCurate

/// How many rows of a divided file went where.
public struct DivisionCounts: Sendable, Hashable {
    private let sides: [RowSide]
    private var rows: [RowSide: Int] = [:]

    init(sides: [RowSide]) {
        self.sides = sides
    }

    /// The counts as JSON.
    public var json: JSONValue {
        .object(
            [JSONMember("rows", .int(total))]
                + sides.map { JSONMember($0 == .heldOut ? "held_out" : $0.rawValue, .int(rows[$0, default: 0])) }
        )
    }

    /// The counts in a sentence.
    public var text: String {
        "\(total) rows: " + sides.map { "\(rows[$0, default: 0]) \($0.rawValue)" }.joined(separator: ", ") + "."
    }

    private var total: Int { rows.values.reduce(0, +) }

    /// Counts rows.
    mutating func add(_ sides: [RowSide]) {
        for side in sides { rows[side, default: 0] += 1 }
    }
}
