/// How often numbers occur, in bins of the same width.
struct Histogram {
    /// The bins that a drawing has at most.
    static let mostBins = 30

    /// The width of a bin, one of 1, 2 and 5 times a power of ten.
    let width: Int
    /// How many numbers fall into each bin; the last one holds all larger ones, too.
    let bins: [Int]
    /// Whether the last bin holds numbers beyond its width.
    let isOpen: Bool

    /// The histogram of numbers, none of them below 0, by how often each occurs; nil of none.
    init?(_ counts: [Int: Int]) {
        let total = counts.values.reduce(0, +)
        guard total > 0 else { return nil }
        // The few largest share the last bin, so that the others are not pressed together.
        var (seen, most) = (0, 0)
        for (value, count) in counts.sorted(by: { $0.key < $1.key }) where seen < total - total / 200 {
            seen += count
            most = value
        }
        var steps = [1, 2, 5]
        while most / steps[0] + 1 > Self.mostBins {
            steps.append(steps[0] * 10)
            steps.removeFirst()
        }
        let width = steps[0]
        var bins = Array(repeating: 0, count: most / width + 1)
        for (value, count) in counts { bins[min(value / width, bins.count - 1)] += count }
        isOpen = counts.keys.contains { $0 / width >= bins.count }
        (self.width, self.bins) = (width, bins)
    }

    /// What a bin holds, such as `10 to 19`.
    func name(of bin: Int) -> String {
        let start = bin * width
        if isOpen, bin == bins.count - 1 { return "\(start) or more" }
        return width == 1 ? "\(start)" : "\(start) to \(start + width - 1)"
    }

    /// The drawing.
    ///
    /// - Parameters:
    ///   - id: what tells it from others of the page.
    ///   - title: what is counted.
    ///   - axis: what the numbers are.
    /// - Returns: the drawing with its axes.
    func drawing(id: String, title: String, axis: String) -> SVG {
        let (left, top, height, full) = (56, 12, 180, 600)
        let most = bins.max() ?? 0
        let step = Double(full) / Double(bins.count)
        var shapes: [String] = []
        for value in Set([0, most / 2, most]).sorted() {
            let y = Double(top + height) - Double(height) * Double(value) / Double(max(most, 1))
            shapes.append("<path class=\"rule\" d=\"M\(left) \(SVG.number(y))h\(full)\"/>")
            shapes.append(
                "<text x=\"\(left - 6)\" y=\"\(SVG.number(y + 4))\" text-anchor=\"end\" font-size=\"13\">"
                    + "\(ReportNumber.grouped(value))</text>"
            )
        }
        for (bin, count) in bins.enumerated() where count > 0 {
            let tall = max(1, Double(height) * Double(count) / Double(most))
            shapes.append(
                "<rect class=\"keep\" x=\"\(SVG.number(Double(left) + step * Double(bin) + 1))\" "
                    + "y=\"\(SVG.number(Double(top + height) - tall))\" width=\"\(SVG.number(max(1, step - 2)))\" "
                    + "height=\"\(SVG.number(tall))\"><title>\(name(of: bin)): \(ReportNumber.grouped(count))</title></rect>"
            )
        }
        let every = (bins.count + 9) / 10
        for bin in stride(from: 0, to: bins.count, by: every) {
            let x = SVG.number(Double(left) + step * Double(bin) + 1)
            shapes.append("<text x=\"\(x)\" y=\"\(top + height + 17)\" font-size=\"13\">\(bin * width)</text>")
        }
        shapes.append(
            "<text x=\"\(left + full / 2)\" y=\"\(top + height + 36)\" text-anchor=\"middle\" font-size=\"13\">"
                + "\(HTML.escaped(axis))</text>"
        )
        let peak = bins.firstIndex(of: most) ?? 0
        return SVG(
            id: id,
            title: title,
            description: "\(bins.count) bins of width \(width); most of all, \(most), are in \(name(of: peak)).",
            width: left + full + 8,
            height: top + height + 44,
            shapes: shapes
        )
    }
}
