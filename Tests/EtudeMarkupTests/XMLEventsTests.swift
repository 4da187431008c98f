import EtudeCore
import EtudeMarkup
import Testing

@Suite struct XMLEventsTests {
    private static let document = """
        <?xml version="1.0" encoding="ISO-8859-1"?>
        <?xml-stylesheet href="http://example.invalid/x.xsl"?>
        <a k="1 &amp; 2&#38;#38;" other="x"><!-- <a> -->
        <n:b xmlns:n="urn:n" n:k="é" k="z">caf&#xE9;é<![CDATA[<!DOCTYPE a><a>]]></n:b>
        <c><a/></c>&lt;
        </a>

        """

    @Test(arguments: [1, 2, 3, 7, 64, 1 << 20])
    func `the events are the same whatever the chunks`(chunk: Int) throws {
        let log = try EventLog.of(Array(Self.document.utf8), chunk: chunk)
        #expect(
            log.filter { !$0.isEmpty } == [
                "<a:3 2=1 & 2&#38;", "<b:4 3=é 2=z", "caféé<!DOCTYPE a><a>", ">", "<?:5", "<a:5", ">", ">", "<", ">",
            ]
        )
    }

    @Test func `names are told apart by namespace, not by prefix`() throws {
        let log = try EventLog.of(Array(#"<p:a xmlns:p="urn:n"><a xmlns="urn:n"/><b xmlns="urn:n"/><b/></p:a>"#.utf8))
        #expect(log == ["<?:1", "<?:1", ">", "<b:1", ">", "<?:1", ">", ">"])
    }

    @Test func `a handler's failure ends the document`() throws {
        struct Refusal: XMLHandler {
            mutating func start(_ tag: XMLTag) throws(EtudeError) { throw EtudeError(.data, "No.") }
            mutating func text(_ bytes: ArraySlice<UInt8>) throws(EtudeError) {}
            mutating func end() throws(EtudeError) {}
        }
        var handler = Refusal()
        let events = XMLEvents(names: [], file: "t.xml")
        #expect(throws: EtudeError(.data, "No.")) { try events.parse(Array("<a>".utf8), into: &handler) }
    }
}
