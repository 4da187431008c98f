import Testing

@testable import EtudePipeline

@Suite struct ReportPlotTests {
    @Test(arguments: [
        ([0: 1], 1, [1], "0"), ([3: 2, 5: 1], 1, [0, 0, 0, 2, 0, 1], "5"),
        ([29: 1], 1, Array(repeating: 0, count: 29) + [1], "29"),
        ([30: 1], 2, Array(repeating: 0, count: 15) + [1], "30 to 31"),
        ([149: 1], 5, Array(repeating: 0, count: 29) + [1], "145 to 149"),
        ([150: 1], 10, Array(repeating: 0, count: 15) + [1], "150 to 159"),
    ])
    func `bins are as narrow as thirty of them may be`(counts: [Int: Int], width: Int, bins: [Int], last: String) throws
    {
        let histogram = try #require(Histogram(counts))
        #expect(histogram.width == width)
        #expect(histogram.bins == bins)
        #expect(histogram.name(of: bins.count - 1) == last)
    }

    @Test func `a few far numbers share the last bin, and none is lost`() throws {
        let histogram = try #require(Histogram([1: 500, 2: 499, 100_000: 2]))
        #expect(histogram.bins == [0, 500, 501])
        #expect(histogram.name(of: 2) == "2 or more")
        #expect(Histogram([:]) == nil)
    }

    @Test(arguments: [
        (0, []), (1, [1]), (3, [1, 2, 3]), (5, [1, 2, 3, 4, 5]), (6, [1, 2, 3, 4, 6]), (300, [20, 60, 120, 200, 300]),
    ])
    func `a scale of colours reaches the largest count`(most: Int, ends: [Int]) {
        let scale = ColourScale(most: most)
        #expect(scale.ends == ends)
        #expect(scale.name(of: 0) == "h0")
        if most > 0 { #expect(scale.name(of: most) == "h5") }
        let names = (0...most).map(scale.name)
        #expect(names == names.sorted())
        #expect(Set(names).count == ends.count + 1)
    }

    @Test func `a map is symmetric and its groups are parted`() {
        let lines = [("a", "x"), ("b", "x"), ("c", "y")].map { HeatMap.Line(name: $0.0, group: $0.1) }
        let map = HeatMap(lines: lines, count: { $0 == 0 && $1 == 2 ? 4 : 0 }, scale: ColourScale(most: 4))
        let drawing = map.drawing(id: "m", title: "Pairs <b>", description: "One pair.")
        let squares = drawing.shapes.filter { $0.contains("class=\"h5\"") }
        #expect(squares == ["<path class=\"h5\" d=\"M216 150h12v12h-12zM190 176h12v12h-12z\"/>"])
        #expect(drawing.shapes.contains("<path class=\"edge\" d=\"M184 176h45M216 144v45\"/>"))
        #expect(drawing.html.contains("<title id=\"m-title\">Pairs &lt;b&gt;</title>"))
        #expect(drawing.html.contains("<desc id=\"m-description\">One pair.</desc>"))
    }

    @Test func `a sample holds those with the smallest ids, whatever their order`() {
        let ids = (0..<50).map { "\(($0 * 37) % 50 + 100)" }
        for order in [ids, ids.reversed(), ids.sorted()] {
            var sample = LeastSample<String>(most: 3)
            for id in order { sample.offer(id) { id } }
            #expect(sample.elements == ["100", "101", "102"])
        }
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (-1_234_567, "-1,234,567")])
    func `whole numbers are grouped by thousands`(number: Int, text: String) {
        #expect(ReportNumber.grouped(number) == text)
    }

    @Test(arguments: [(1, 3, "33.3%"), (0, 0, "–"), (1, 1, "100.0%"), (1, 2000, "0.1%")])
    func `shares have one decimal`(part: Int, whole: Int, text: String) {
        #expect(ReportNumber.share(part, of: whole) == text)
    }

    @Test(arguments: [(0.5, "0.5"), (2.0, "2"), (1.23456, "1.235"), (-0.0004, "0"), (12_345.0, "12,345")])
    func `numbers have no more decimals than they need`(value: Double, text: String) {
        #expect(ReportNumber.plain(value) == text)
    }

    @Test func `a text that is cut says how much is missing`() {
        #expect(HTML.text("a<b", atMost: 100) == "<div class=\"text\" dir=\"auto\">a&lt;b</div>")
        let cut = HTML.text("ab\ncd", atMost: 3)
        #expect(
            cut == "<div class=\"text\" dir=\"auto\">ab\n</div><p class=\"note\">… 2 more characters are not shown.</p>"
        )
    }

    @Test(arguments: ["\u{0}", "\u{7F}", "\u{AD}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{E0041}", "\u{1FFFE}"])
    func `signs that a reader would not see are shown`(sign: String) throws {
        let value = try #require(sign.unicodeScalars.first).value
        #expect(HTML.escaped("a\(sign)b") == "a\\u{\(String(value, radix: 16))}b")
    }

    @Test(arguments: ["é", "日本", "\u{1F9D1}\u{200D}\u{1F680}", "שלום", "می\u{200C}خواهم"])
    func `words of any script stay as they are`(words: String) {
        #expect(HTML.escaped(words) == words)
    }
}
