import EtudeCore
import EtudePublish
import EtudeStore
import EtudeTesting
import Testing

@testable import EtudePipeline

@Suite struct ReleaseReportTests {
    @Test func `the numbers are those of the manifest`() throws {
        let (report, _) = try ReportFixture().publish()
        let page = PageScan(report.html)
        #expect(
            try page.table("What became of all candidates") == [
                ["step", "left, lost", "candidates", "share"], ["candidates", "", "15", "100.0%"],
                ["lost: empty", "", "1", "6.7%"], ["lost: no answer for good (timeout)", "", "1", "6.7%"],
                ["lost: \(Self.shown.replacing("_", with: " "))", "", "1", "6.7%"],
                ["lost: the judges' marks do not suffice", "", "2", "13.3%"],
                ["lost: the same as a kept text, or near to one", "", "1", "6.7%"],
                ["lost: means much the same as a kept text", "", "1", "6.7%"],
                ["lost: answered when the cell had its rows", "", "2", "13.3%"], ["new rows", "", "6", "40.0%"],
            ]
        )
        let cells = try page.table("Candidates and losses of each cell")
        #expect(
            cells[0] == [
                "split", "k", "not eligible", "candidates", "empty", "failed: timeout", Self.shown, "marks",
                "near_duplicate", "near_meaning", "surplus", "new rows", "rows", "asked for",
            ]
        )
        #expect(cells[1] == ["train", "2", "3", "15", "1", "1", "1", "2", "1", "1", "2", "6", "6", "7"])
        #expect(cells[2] == ["all", ""] + cells[1].dropFirst(2))
        // Six rows pass, two drafts fail.
        let marks = try page.table("Marks of all judged drafts, rows and rejected ones")
        #expect(marks.dropFirst() == [["topic", "2", "", "75.0%", "8", "6", "2", "0"]])
        let models = try page.table("What the dataset has cost since its first release, by model")
        #expect(models.dropFirst() == [["a/b", "12", "1", "3,400", "560", "0.5", "1.25 USD"]])
        #expect(report.html.contains("took 4 s, 1.5 new rows per second"))
        let probes = try page.table("Texts with planted faults, put to the judges among the others")
        #expect(probes[1][0] == "off-topic")
        #expect(probes[1].suffix(5) == ["5", "1", "4", "3", "1"])
        #expect(report.html.contains("6 of 7 rows asked for"))
        #expect(report.html.contains("short of the rows"))
    }

    /// The hostile words as a reader sees them.
    private static let shown =
        "<script>alert(\"x\")</script></style></div> \\u{202e}elif\\u{202c} 'q' & &amp; \\u{1b}[2J\\u{200b}\\u{ffff} "

    @Test func `acceptance by skill counts each draft for each of its skills`() throws {
        let (report, _) = try ReportFixture().publish()
        let table = try PageScan(report.html)
            .table("Decided drafts of this release by skill, the lowest acceptance first")
        // Seven drafts ask for irony and litotes, and each skill stands in four of the six rows.
        #expect(
            table.dropFirst().map { [$0[0], $0[3], $0[4]] } == [
                ["\(Self.shown)irony", "11", "4"], ["litotes", "11", "4"], ["simile", "4", "4"],
            ]
        )
        #expect(report.html.contains("hold 3 of the 3 pairs of the 3 skills that training may hold; 1 is kept out"))
    }

    @Test func `hostile words are words`() throws {
        var fixture = try ReportFixture()
        let long = String(repeating: "x", count: 10_000)
        fixture.texts = { "\(ReportFixture.hostile)\($0) \(long)" }
        let html = try fixture.publish().report.html
        let page = PageScan(html)
        #expect(page.fault == nil)
        #expect(html.split(separator: "</style>").count == 2)
        #expect(page.elements.isDisjoint(with: ["script", "b", "img", "iframe", "link", "object", "form"]))
        #expect(html.contains(long))
        let raw = html.unicodeScalars.first { scalar in
            [0x1B, 0x200B, 0x202C, 0x202E, 0xFFFF].contains(scalar.value)
        }
        #expect(raw == nil)
        #expect(page.all("bdi").contains(Self.shown))
        for outside in ["src=", "url(", "@import", "http:", "https:", "javascript:", "style=\""] {
            #expect(!html.contains(outside), "\(outside)")
        }
    }

    @Test func `the page has its landmarks, headings and parts in order`() throws {
        let (report, _) = try ReportFixture().publish()
        let page = PageScan(report.html)
        #expect(page.fault == nil)
        #expect(page.all("h1") == ["demo, release 1"])
        #expect(
            page.all("h2") == [
                "From candidates to rows", "Skills and their pairs", "Marks", "How far the marks can be trusted",
                "Lengths", "Near duplicates", "Diversity", "Cost and speed",
                "What is proved, measured, and not claimed", "Rows to look at", "Rejected drafts to look at",
            ]
        )
        #expect(
            page.all("h3") == [
                "By split and k", "By category", "Acceptance by skill", "Examples: most of their shingles in common",
                "Proved", "Measured", "Not claimed", "By split and k", "By skill",
            ]
        )
        #expect(
            page.all("summary").filter { !$0.hasPrefix("Marks and") } == [
                "The most frequent pairs", "The same in numbers", "What the figures mean", "train", "k = 2: 5 of 6",
                "tropes", "\(Self.shown.prefix(63))…", "litotes", "figures", "simile", "empty: empty, 1",
                "train, k = 2: 1 of 1", "failed: no answer for good, 1", "train, k = 2: 1 of 1",
                "\(Self.shown): \(Self.shown), 1",
                "train, k = 2: 1 of 1", "marks: the judges' marks do not suffice, 2", "train, k = 2: 2 of 2",
                "near_duplicate: near to a kept text, 1", "train, k = 2: 1 of 1",
                "near_meaning: means much the same as a kept text, 1", "train, k = 2: 1 of 1",
            ]
        )
        for landmark in ["header", "nav", "main", "section"] { #expect(page.elements.contains(landmark)) }
        // Every link leads to a part of the page, and every id is there once.
        let ids = report.html.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(Set(ids).count == ids.count)
        for link in report.html.split(separator: "href=\"").dropFirst() {
            #expect(link.hasPrefix("#") && ids.contains(link.dropFirst().prefix { $0 != "\"" }))
        }
        for drawing in report.html.split(separator: "<svg ").dropFirst() where !drawing.contains("aria-hidden") {
            #expect(drawing.hasPrefix("role=\"img\" aria-labelledby="))
        }
    }

    @Test func `a near duplicate stands beside the text that was kept`() throws {
        let (report, _) = try ReportFixture().publish()
        let pairs = report.html.split(separator: "<div class=\"pair\">").dropFirst()
        #expect(pairs.count == 2)
        let kept = try pairs.map { try #require($0.firstRange(of: "Dropped")) }
        let texts = zip(pairs, kept).map { PageScan.words($0[..<$1.lowerBound]) }
        #expect(texts.count { $0.contains("The bee number 0 hums.") } == 1)
        #expect(report.html.contains("The kept text is not in this release."))
        #expect(report.html.contains("Similarity 0.875."))
    }

    @Test func `the releases before it stand beside it`() throws {
        var fixture = try ReportFixture()
        _ = try fixture.publish(1)
        fixture.rows = 8
        let (report, folder) = try fixture.publish(2, earlierRows: 6)
        let page = PageScan(report.html)
        let releases = try page.table("The releases so far; tokens and money are those spent up to each")
        #expect(
            releases.dropFirst() == [
                ["1", "2026-11-21", "6", "", "6", "40.0%", "4", "1.5", "3,960", "1.25 USD"],
                ["2", "2026-11-22", "8", "", "2", "18.2%", "4", "0.5", "3,960", "1.25 USD"],
            ]
        )
        let diversity = try page.table("Diversity of train")
        #expect(diversity[0] == ["figure", "this release", "before", "change"])
        #expect(diversity.contains(["distinct-1", "0.5", "0.25", "+0.25"]))
        #expect(try page.table("Candidates and losses of each cell")[1].suffix(4) == ["2", "6", "8", "9"])
        // Later releases and those of other datasets change nothing in it.
        fixture.name = "other"
        _ = try fixture.publish(3)
        let again = try ReleaseReader(folder, in: fixture.files)
        #expect(try ReleaseReport(of: again, manifest: try again.manifest()).html == report.html)
        #expect(try again.bytes("report.html") == Array(report.html.utf8))
    }

    @Test func `however many rows there are, the page stays small`() throws {
        var fixture = try ReportFixture()
        fixture.skills = (0..<140).map { "skill-\($0)" }
        fixture.hasLosses = false
        // Six bytes of the page for each of the text.
        let long = String(repeating: "\"", count: 4_100)
        fixture.texts = { "\($0) \(long)" }
        fixture.rows = 60
        let html = try fixture.publish().report.html
        // The texts whole would be three million bytes.
        #expect(html.utf8.count < 2_500_000)
        #expect(html.contains("more characters are not shown."))
        #expect(html.contains("skills with the fewest training rows are not in the map."))
    }

    @Test func `a release without rejected drafts says so`() throws {
        var fixture = try ReportFixture()
        fixture.hasLosses = false
        let html = try fixture.publish().report.html
        #expect(html.contains("No draft was rejected."))
        #expect(html.contains("No draft was near to a text that was kept."))
    }

    @Test func `a run writes the page into its release, and it is the same again`() async throws {
        let workspace = try PipelineWorkspace(SmallPipeline(.builtIn))
        _ = try await workspace.run()
        let release = try ReleaseReader("\(workspace.output)/current")
        let written = try release.bytes("report.html")
        let manifest = try release.manifest()
        #expect(manifest.files.contains(FileRecord(path: "report.html", content: written)))
        for path in [release.folder, workspace.output] {
            #expect(Array(try ReleaseReport(path).html.utf8) == written)
        }
        #expect(try ReleaseVerifier.verify(release.folder).isClean)
        let cells = try PageScan(String(decoding: written, as: UTF8.self)).table("Candidates and losses of each cell")
        for (row, books) in zip(cells.dropFirst(), manifest.books) {
            let count = manifest.counts.first { $0.split == books.split && $0.k == books.k }
            #expect(
                row.prefix(4) == [
                    books.split, "\(books.k)", ReportNumber.grouped(books.notEligible), "\(books.candidates)",
                ]
            )
            #expect(row.suffix(2) == ["\(count?.accepted ?? -1)", "\(count?.asked ?? -1)"])
        }
        #expect(cells.count == manifest.books.count + 2)
        #expect(manifest.elapsedMilliseconds != nil)
    }

    @Test func `what is no release is refused with a sentence`() throws {
        let workspace = try PipelineWorkspace()
        #expect { try ReleaseReport(workspace.folder) } throws: { error in
            (error as? EtudeError)?.code == .io
        }
    }
}
