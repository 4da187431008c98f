import EtudeCore
import Testing

@Suite struct MarkTests {
    @Test func `marks read back as themselves`() throws {
        var writer = JSONWriter()
        Mark.write(RecordFixture.marks, to: &writer)
        let json = try JSONParser.parse(String(decoding: writer.bytes, as: UTF8.self))
        #expect(try Mark.list(#require(json.array)) == RecordFixture.marks)
    }

    @Test(arguments: [
        (#"{"criterion":"topic","mark":"pass","votes":{"pass":1,"fail":0,"unknown":0},"note":"x"}"#, "note"),
        (#"{"criterion":"topic","mark":"pass","votes":{"pass":1,"fail":0,"unknown":0,"other":2}}"#, "other"),
        (#"{"criterion":"topic","mark":"pass","votes":{"pass":1,"fail":0}}"#, "unknown"),
        (#"{"criterion":"topic","mark":"pass","votes":{"pass":1.5,"fail":0,"unknown":0}}"#, "pass"),
        (#"{"criterion":"topic","mark":"pass"}"#, "votes"),
        (#"{"criterion":"topic","mark":"maybe","votes":{"pass":1,"fail":0,"unknown":0}}"#, "maybe"),
        (#"{"criterion":"Style","mark":"pass","votes":{"pass":1,"fail":0,"unknown":0}}"#, "Style"),
        (#""pass""#, "criterion"),
    ])
    func `a mark of another shape is refused by what is wrong`(text: String, word: String) throws {
        let json = try JSONParser.parse(text)
        let error = #expect(throws: EtudeError.self) { try Mark.list([json]) }
        #expect(error?.code == .data)
        #expect(error?.message.contains("\"\(word)\"") == true)
    }

    @Test(arguments: RecordFixture.marks.map(\.criterion))
    func `a criterion reads back from its name`(criterion: Criterion) {
        #expect(Criterion(name: criterion.name) == criterion)
    }
}
