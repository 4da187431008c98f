/// How often each two of some things occur together, as squares of a symmetric map.
struct HeatMap {
    /// The rows and columns that a map has at most.
    static let mostLines = 110

    /// A row, and the column of the same.
    struct Line {
        let name: String
        /// The group; lines of one group stand together, and a rule parts the groups.
        let group: String
    }

    let lines: [Line]
    /// The count of two lines, the smaller number first.
    let count: (Int, Int) -> Int
    let scale: ColourScale

    /// The drawing.
    ///
    /// - Parameters:
    ///   - id: what tells it from others of the page.
    ///   - title: what is counted.
    ///   - description: what it comes to, for those who do not see it.
    /// - Returns: the map with its names.
    func drawing(id: String, title: String, description: String) -> SVG {
        let side = lines.count > 60 ? 10 : 13
        let (left, top) = (190, 150)
        let full = side * lines.count
        var squares: [String: String] = [:]
        for row in lines.indices {
            for column in lines.indices where row != column {
                let count = count(min(row, column), max(row, column))
                guard count > 0 else { continue }
                let corner = "M\(left + column * side) \(top + row * side)"
                squares[scale.name(of: count), default: ""] += "\(corner)h\(side - 1)v\(side - 1)h-\(side - 1)z"
            }
        }
        var shapes = ["<rect class=\"h0\" x=\"\(left)\" y=\"\(top)\" width=\"\(full)\" height=\"\(full)\"/>"]
        shapes += squares.sorted { $0.key < $1.key }.map { "<path class=\"\($0.key)\" d=\"\($0.value)\"/>" }
        let breaks = lines.indices.dropFirst().filter { lines[$0].group != lines[$0 - 1].group }
        let rules = breaks.map { line in
            "M\(left - 6) \(top + line * side)h\(full + 6)M\(left + line * side) \(top - 6)v\(full + 6)"
        }
        if !rules.isEmpty { shapes.append("<path class=\"edge\" d=\"\(rules.joined())\"/>") }
        for (number, line) in lines.enumerated() {
            let name = HTML.escaped(Self.short(line.name))
            let middle = number * side + side / 2
            shapes.append(
                "<text x=\"\(left - 8)\" y=\"\(top + middle + 3)\" text-anchor=\"end\" font-size=\"\(side - 1)\">\(name)</text>"
            )
            shapes.append(
                "<text transform=\"translate(\(left + middle + 3) \(top - 8)) rotate(-60)\" font-size=\"\(side - 1)\">"
                    + "\(name)</text>"
            )
        }
        return SVG(
            id: id,
            title: title,
            description: description,
            width: left + full + 90,
            height: top + full + 8,
            shapes: shapes
        )
    }

    /// A name that finds room beside the map.
    private static func short(_ name: String) -> String {
        name.unicodeScalars.count > 26 ? String(name.unicodeScalars.prefix(25)) + "…" : name
    }
}
