import EtudeCore
import Testing

@Suite struct CanonicalLineTests {
    private func canonical(_ line: some Sequence<UInt8>) throws -> String? {
        let bytes = Array("##".utf8) + Array(line) + Array("##".utf8)
        var target = Array("before".utf8)
        guard try JSONScanner.appendCanonical(bytes, 2..<bytes.count - 2, to: &target) else {
            #expect(target == Array("before".utf8))
            return nil
        }
        return String(decoding: target.dropFirst(6), as: UTF8.self)
    }

    @Test(arguments: [
        #" { "a" : [ 1 , -2.50 , 1e3 , true , null , { } , [ ] , { "b" : "c" , "b2" : [ { } ] } ] , "d" : -0 } "#, "{}",
        #"{"\u0061":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00\ud83dx","e":"é한😀 \#u{2028}\#u{7F}\#u{85} and a longer run of plain text"}"#,
    ])
    func `A line is written as its tree would be`(line: String) throws {
        #expect(try canonical(line.utf8) == JSONParser.parse(line).canonicalText)
    }

    @Test func `It takes and refuses what the parser does`() throws {
        let line = Array(#"{"text":"a \u00e9 \n é한😀","x":[1.5e3,-2,true,null,{"y":{}}],"z":0.1}"#.utf8)
        let spare = Array(#"{}[]",:\0123456789.eE+-tfnulrase "#.utf8) + [0x00, 0x1F, 0x80, 0xC3, 0xFF]
        var random = SeededGenerator(seed: Seed(6))
        var taken = 0
        for _ in 0..<5000 {
            var changed = line
            for _ in 0...random.below(2) { changed[random.below(changed.count)] = spare[random.below(spare.count)] }
            guard let tree = try? JSONParser.parse(changed) else {
                // A key that stands twice is the parser's alone to refuse.
                #expect((try? canonical(changed)) == nil || changed.count { $0 == UInt8(ascii: ":") } > 1)
                continue
            }
            taken += 1
            #expect(try canonical(changed) == (tree.members == nil ? nil : tree.canonicalText))
        }
        #expect(taken > 200)
    }

    @Test func `Whole numbers of any size keep their digits, others too large are refused`() throws {
        let line = #"{"n":123456789012345678901234567890,"m":-98765432109876543210}"#
        #expect(try canonical(line.utf8) == line)
        #expect(throws: JSONError(offset: 5, problem: "the number 1e999 is out of range")) {
            try canonical(#"{"n":1e999}"#.utf8)
        }
    }

    @Test(arguments: ["[1]", "7", #""x""#, "null"]) func `What is no object is not appended`(line: String) throws {
        #expect(try canonical(line.utf8) == nil)
    }
}
