import EtudeCore
import Testing

@Suite struct MessageTests {
    @Test func `turns read back as themselves, written as a row or as a value`() throws {
        let messages = RecordFixture.row.messages
        var writer = JSONWriter()
        Message.write(messages, to: &writer)
        let text = String(decoding: writer.bytes, as: UTF8.self)
        #expect(JSONValue.array(messages.map(\.json)).canonicalText == text)
        #expect(try Message.list(#require(JSONParser.parse(text).array)) == messages)
    }

    @Test(arguments: [
        (#"{"role":"user","content":"x","name":"y"}"#, "name"),
        (#"{"role":"tool","content":"x"}"#, "tool"),
        (#"{"role":"user"}"#, "content"),
        (#"{"role":"user","content":["x"]}"#, "content"),
        (#"{"content":"x"}"#, "role"),
        ("[]", "role"),
    ])
    func `a turn of another shape is refused by what is wrong`(text: String, word: String) throws {
        let json = try JSONParser.parse(text)
        let error = #expect(throws: EtudeError.self) { try Message.list([json]) }
        #expect(error?.code == .data)
        #expect(error?.message.contains("\"\(word)\"") == true)
    }
}
