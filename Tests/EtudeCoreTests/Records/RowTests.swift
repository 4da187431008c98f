import EtudeCore
import Testing

@Suite struct RowTests {
    @Test func `a row is written in the published schema`() {
        var writer = JSONWriter()
        RecordFixture.row.write(to: &writer)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == RecordFixture.text)
    }

    @Test func `a row reads back as itself`() throws {
        #expect(try Row(json: JSONParser.parse(RecordFixture.text)) == RecordFixture.row)
    }

    @Test func `the list of keys is the row's, in its order`() throws {
        let members = try #require(try JSONParser.parse(RecordFixture.text).members)
        #expect(members.map(\.key) == Row.keys)
    }

    @Test(arguments: Row.keys)
    func `a row without a key, or with another type there, is refused by the key's name`(key: String) throws {
        let members = try #require(try JSONParser.parse(RecordFixture.text).members)
        let without = JSONValue.object(members.filter { $0.key != key })
        let changed = JSONValue.object(members.map { $0.key == key ? JSONMember(key, .null) : $0 })
        for json in [without, changed] {
            let error = #expect(throws: EtudeError.self) { try Row(json: json) }
            #expect(error?.code == .data)
            #expect(error?.message.contains("\"\(key)\"") == true)
        }
    }

    @Test func `a row with another key is refused by that key's name`() throws {
        let members = try #require(try JSONParser.parse(RecordFixture.text).members)
        let error = #expect(throws: EtudeError.self) { try Row(json: .object(members + [JSONMember("score", 1)])) }
        #expect(error?.code == .data)
        #expect(error?.message.contains("\"score\"") == true)
    }

    @Test(arguments: [JSONValue.null, [], "row"])
    func `what is no object is refused`(json: JSONValue) {
        #expect(throws: EtudeError.self) { try Row(json: json) }
    }

    /// Recipe: `printf 'quick\ntrain/k2\nirony\nmetaphor\nsewing\n1' | sha256sum | cut -c-16`.
    @Test func `an id is the hash of dataset, cell, combination and attempt`() {
        let cell = Cell(index: 4, split: "train", k: 2, rows: 10)
        #expect(Row.id(name: "quick", candidate: candidate(), cell: cell) == "040e4580f92c4a38")
        #expect(Row.id(name: "quick", candidate: candidate(position: 9), cell: cell) == "040e4580f92c4a38")
        let others = [
            Row.id(name: "other", candidate: candidate(), cell: cell),
            Row.id(name: "quick", candidate: candidate(attempt: 0), cell: cell),
            Row.id(name: "quick", candidate: candidate(skills: ["metaphor", "irony"]), cell: cell),
            Row.id(name: "quick", candidate: candidate(), cell: Cell(index: 4, split: "test", k: 2, rows: 10)),
        ]
        #expect(Set(others + ["040e4580f92c4a38"]).count == 5)
    }

    private func candidate(
        position: Int = 3,
        attempt: Int = 1,
        skills: [String] = ["irony", "metaphor"]
    ) -> Candidate {
        Candidate(
            cell: 4,
            position: position,
            attempt: attempt,
            combination: Combination(skills: skills, topic: "sewing"),
            positionSeed: Seed(1),
            seed: Seed(2)
        )
    }
}
