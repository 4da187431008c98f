/// Five steps of colour for counts above 0, each wider than the one before where the counts reach far.
struct ColourScale {
    /// The largest count of each step.
    let ends: [Int]

    /// A scale up to the largest count.
    init(most: Int) {
        guard most > 5 else {
            ends = most > 0 ? Array(1...most) : []
            return
        }
        // The widths grow evenly: a fifteenth of the whole, two of them, and so on.
        ends = (1...5).map { step in max(step, (most * step * (step + 1) + 15) / 30) }
    }

    /// The class of the style that colours a count.
    func name(of count: Int) -> String {
        guard count > 0 else { return "h0" }
        let step = (ends.firstIndex { count <= $0 } ?? ends.count - 1) + 1
        // Of fewer than five steps the darker ones are taken apart as far as they go.
        return "h\(ends.count >= 5 ? step : step * 5 / max(ends.count, 1))"
    }

    /// What each colour means, as a list of the page.
    var key: String {
        var start = 1
        var items = ["<li><span class=\"h0\">0</span></li>"]
        for end in ends {
            let words = start == end ? "\(end)" : "\(start) to \(end)"
            items.append("<li><span class=\"\(name(of: end))\">\(words)</span></li>")
            start = end + 1
        }
        return "<ul class=\"key\" aria-label=\"Colours\">\(items.joined())</ul>"
    }
}
