import EtudeCore
import Testing

@Suite struct JSONScannerTests {
    private let scanner = JSONScanner(keys: ["text", "id"])

    /// The members as the parser reads them.
    private func members(_ line: String) throws -> [JSONValue?]? {
        let bytes = Array("##\(line)##".utf8)
        return try scanner.members(in: bytes, 2..<bytes.count - 2)?.map { value in
            try value.map { value in
                guard value.kind == .string else {
                    return try JSONParser.parse(Array(bytes[value.range]))
                }
                #expect(value.hasEscapes == bytes[value.range].contains(0x5C))
                return .string(String(decoding: JSONText.plain(value.range, of: bytes), as: UTF8.self))
            }
        }
    }

    @Test(arguments: [
        #"{"id":1,"text":"a"}"#, #" { "text" : "é한😀" , "x" : [ 1 , { "text" : 2 } ] } "#, "{}",
        #"{"text":null,"id":[[]]}"#,
        #"{"te\u0078t":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00\ud83dx\udc00","id":{"a":{}}}"#, "[]", "1.5e-3", #""x""#,
        #"{"text":"12345678\"12345678\\1234567","id":-0.5E+7,"a":true,"b":false}"#, #"{"text":"\u20AC\uFFFF"}"#,
    ])
    func `It finds what the parser reads`(line: String) throws {
        let json = try JSONParser.parse(line)
        #expect(try members(line) == json.members.map { _ in [json["text"], json["id"]] })
    }

    @Test func `It takes and refuses what the parser does, at the same byte`() throws {
        let lines = [
            #"{"id":1,"text":"a \u00e9 \n é한😀 and a little more","x":[1.5e3,-2,true,null,{"y":{}}]}"#,
            #"{"text":"","list":[[],[1],{"a":"b"}]}"#,
        ]
        let spare = Array(#"{}[]",:\0123456789.eE+-tfnulrase"#.utf8) + [0x00, 0x1F, 0x20, 0x80, 0xC3, 0xFF]
        var random = SeededGenerator(seed: Seed(4))
        var refused = 0
        for _ in 0..<20_000 {
            var bytes = Array(lines[random.below(lines.count)].utf8)
            for _ in 0...random.below(2) {
                let place = random.below(bytes.count)
                switch random.below(3) {
                case 0: bytes[place] = spare[random.below(spare.count)]
                case 1: bytes.insert(spare[random.below(spare.count)], at: place)
                default: bytes.remove(at: place)
                }
            }
            let expected = Result { () throws(JSONError) in try JSONParser.parse(bytes) }
            let found = Result { () throws(JSONError) in try scanner.members(in: bytes, 0..<bytes.count) }
            switch (expected, found) {
            case (.success(let json), .success(let members)):
                let hasKeys = json.members.map { _ in [json["text"] != nil, json["id"] != nil] }
                #expect(members?.map { $0 != nil } == hasKeys)
            case (.failure(let error), .failure(let other)):
                refused += 1
                let isUTF8 = error.problem.contains("UTF-8") || other.problem.contains("UTF-8")
                #expect(isUTF8 || error == other, "\(String(decoding: bytes, as: UTF8.self))")
            case (.failure(let error), .success):
                let isKnown = error.problem.contains("stands twice") || error.problem.contains("out of range")
                #expect(isKnown, "\(error): \(String(decoding: bytes, as: UTF8.self))")
            case (.success, .failure(let error)):
                Issue.record("\(error): \(String(decoding: bytes, as: UTF8.self))")
            }
        }
        print("Scanned lines: 20000, \(refused) of them refused.")
        #expect(refused > 5000)
    }

    @Test func `A key that is asked for stands once`() {
        #expect(throws: JSONError.self) { try members(#"{"text":"a","te\u0078t":"b"}"#) }
        #expect(throws: Never.self) { try members(#"{"other":"a","other":"b"}"#) }
    }

    /// Texts are scanned by blocks; a sign must be seen wherever it stands in one.
    @Test(arguments: [#"\""#, #"\\"#, "é", "~"])
    func `A sign is seen at every place of a text`(sign: String) throws {
        for length in 0..<40 {
            let line = #"{"text":"\#(String(repeating: "x", count: length))\#(sign)","id":"\#(sign)y"}"#
            let json = try JSONParser.parse(line)
            #expect(try members(line) == [json["text"], json["id"]])
            #expect(throws: JSONError.self) { try members(line.replacing(sign, with: "\u{1F}")) }
        }
    }

    @Test func `Depth has the parser's limit`() {
        func nested(_ depth: Int) -> String {
            #"{"x":"# + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
        }
        #expect(throws: Never.self) { try members(nested(JSONParser.maximumDepth - 1)) }
        #expect(throws: JSONError.self) { try members(nested(JSONParser.maximumDepth)) }
    }
}
