import EtudeCore
import EtudeJudge
import Testing

@Suite struct GradedTextJSONTests {
    @Test func `a text is the same after a journey through JSON`() throws {
        var text = GradedText.written(["ppfpup", "pppppp"], text: "\"One\u{2028}two.\"\n")
        text.gradings[0].answer = "| Criteria | Points |"
        text.setting = "held-out"
        let line = text.json.canonicalText
        #expect(!line.contains("\n"))
        #expect(try GradedText(json: try JSONParser.parse(line)) == text)
    }

    @Test func `a record has stable keys in a stable order`() {
        let text = GradedText.written(["pfu"], text: "Hm.")
        #expect(
            text.json.canonicalText == """
                {"student":"student","setting":"","k":3,"combination":0,"generation":0,"skills":\
                [{"id":"metaphor","names":["metaphor"]},{"id":"red-herring","names":["red herring"]},\
                {"id":"modus-ponens","names":["modus ponens"]}],"topic":"Sewing","sentence_limit":2,"text":"Hm.","gradings":\
                [{"judge":"judge","round":0,"marks":{"skill:metaphor":"pass","skill:red-herring":"fail",\
                "skill:modus-ponens":"unknown"}}]}
                """
        )
    }

    @Test(arguments: [
        (#""k":3"#, #""k":4"#, "skills"), (#""round":0"#, #""round":"0""#, "round"),
        (#""skill:metaphor":"pass""#, #""skill:metaphor":"yes""#, "skill:metaphor"),
        (#""marks":{"#, #""marks":[],"more":{"#, "marks"), (#""names":["metaphor"]"#, #""names":[]"#, "metaphor"),
        (#""student""#, #""model""#, "student"), (#""topic":"Sewing""#, #""topic":"Sewing","year":1"#, "year"),
        (#""id":"metaphor""#, #""id":"red-herring""#, "skills"),
    ])
    func `a record of another shape is refused by name`(part: String, other: String, named: String) throws {
        let line = GradedText.written(["pfu"]).json.canonicalText.replacing(part, with: other)
        let error = #expect(throws: EtudeError.self) { _ = try GradedText(json: try JSONParser.parse(line)) }
        #expect(error?.code == .data)
        #expect(error?.message.contains(named) == true, "\(error?.message ?? "")")
    }
}
