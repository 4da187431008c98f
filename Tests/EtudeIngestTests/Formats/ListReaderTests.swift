import EtudeCore
import Testing

@testable import EtudeIngest

@Suite struct ListReaderTests {
    @Test(arguments: [1, 4, 100])
    func `every line is a name, whatever ends it`(size: Int) throws {
        let found = try collected("no\r\n1:30\n\r 1_000 \r# five\n\n- six", .list, chunks: size)
        #expect(found.entries.map(\.name) == ["no", "1:30", "1_000", "# five", "- six"])
        #expect(found.entries.map(\.place.line) == [1, 2, 4, 5, 7])
    }

    @Test func `names in snake_case are read past numbers, bullets and marks`() throws {
        let text =
            "Skills:\n1. critical_thinking\n 2) `self_awareness`,\n- time_management\n* \"empathy\"\n\na note of ours\n"
        let found = try collected(text, .instructSkillMix)
        #expect(
            found.entries.map(\.name) == [
                "Skills", "critical thinking", "self awareness", "time management", "empathy",
            ]
        )
        #expect(try found.entries.map { try $0.skill().id }[1] == "critical-thinking")
        #expect(found.skips.map(\.reason) == ["the line is no name in snake_case"] && found.total == 6)
    }

    @Test func `a line that is too long is refused`() {
        let error = #expect(throws: EtudeError.self) {
            try collected("a\n" + String(repeating: "b", count: 200_000), .list, chunks: 4096)
        }
        #expect(error?.code == .data && error?.place?.line == 2)
    }

    @Test func `a source of too many entries is refused`() {
        let error = #expect(throws: EtudeError.self) {
            var collector = EntryCollector(maximumEntries: 3)
            try ListReader(SourceSettings()).read(TextBytes("a\nb\nc\nd\ne\n"), file: "f", into: &collector)
        }
        #expect(error?.code == .data && error?.place?.line == 4)
    }

    @Test func `settings that mean nothing are refused`() {
        let changes: [(CatalogKind, (inout SourceSettings) -> Void)] = [
            (.list, { $0.map = ["name": "x"] }), (.yaml, { $0.entries = "a" }), (.csv, { $0.map = ["nmae": "x"] }),
            (.csv, { $0.defaults = ["name": "x"] }), (.instructSkillMix, { $0.filters = ["a": ["b"]] }),
        ]
        for (kind, change) in changes {
            let error = #expect(throws: EtudeError.self) { try collected("a", kind, change) }
            #expect(error?.code == .config)
        }
    }
}
