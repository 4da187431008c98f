/// A bar in a table's cell, whose numbers stand in the cells beside it; so it is hidden from screen readers.
struct ShareBar {
    /// A part of the bar.
    struct Part {
        /// The class of the style that colours it.
        let name: String
        let value: Int
    }

    /// The parts from left to right.
    let parts: [Part]
    /// What the whole width stands for.
    let whole: Int

    /// The bar as the content of a cell.
    var cell: HTMLTable.Cell {
        var start = 0.0
        var shapes = ""
        for part in parts where part.value > 0 && whole > 0 {
            let width = Double(part.value) / Double(whole) * 200
            // A part that is there can be seen, however small it is.
            let seen = max(width, 0.7)
            shapes += "<rect class=\"\(part.name)\" x=\"\(SVG.number(min(start, 199.3)))\" y=\"0\" "
            shapes += "width=\"\(SVG.number(seen))\" height=\"10\"/>"
            start += width
        }
        return .markup(
            "<svg class=\"bar\" aria-hidden=\"true\" viewBox=\"0 0 200 10\" preserveAspectRatio=\"none\">\(shapes)</svg>"
        )
    }
}
