/// A drawing with a name and a description for those who do not see it.
struct SVG {
    /// What tells the drawing from others of the page; letters and dashes.
    let id: String
    let title: String
    let description: String
    let width: Int
    let height: Int
    let shapes: [String]

    /// The drawing, which scrolls where the screen is narrower than it.
    var html: String {
        let name = HTML.escaped(title)
        let drawing = """
            <svg role="img" aria-labelledby="\(id)-title \(id)-description" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)">
            <title id="\(id)-title">\(name)</title>
            <desc id="\(id)-description">\(HTML.escaped(description))</desc>
            \(shapes.joined(separator: "\n"))
            </svg>
            """
        return HTML.scrolling(drawing, label: title)
    }

    /// A coordinate to a tenth, without a zero at its end.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let (whole, rest) = (tenths.magnitude / 10, tenths.magnitude % 10)
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
    }
}
