import EtudeCore
import EtudeMarkup
import Foundation
import Testing

/// Documents that no reader of XML may take, each with a word of the sentence that says why.
@Suite struct HostileXMLTests {
    static let documents: [(name: String, text: String, word: String)] = [
        ("billion laughs", laughs, "<!DOCTYPE>"),
        (
            "quadratic blow-up",
            "<!DOCTYPE a [<!ENTITY e \"\(String(repeating: "x", count: 50_000))\">]><a>"
                + String(repeating: "&e;", count: 50_000) + "</a>",
            "<!DOCTYPE>"
        ),
        ("file entity", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>", "<!DOCTYPE>"),
        ("http entity", "<!DOCTYPE a [<!ENTITY e SYSTEM \"http://127.0.0.1:1/\">]><a>&e;</a>", "<!DOCTYPE>"),
        ("parameter entity", "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/hostname\"> %p;]><a/>", "<!DOCTYPE>"),
        ("DTD at a distance", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>", "<!DOCTYPE>"),
        ("public DTD", "<!DOCTYPE a PUBLIC \"-//W3C//DTD XHTML 1.0//EN\" \"xhtml.dtd\"><a/>", "<!DOCTYPE>"),
        ("empty DTD", "<!DOCTYPE a><a/>", "<!DOCTYPE>"),
        ("DTD left open", "<!DOCTYPE a [<!ENTITY e 'x'>", "<!DOCTYPE>"),
        ("unknown entity", "<a>&nbsp;</a>", "nbsp"),
        ("unknown entity in an attribute", "<a k='&nbsp;'/>", "nbsp"),
        ("two roots", "<a/><a/>", "Extra content"),
        ("text after the root", "<a/>text", "Extra content"),
        ("text before the root", "text<a/>", "cannot be read"),
        ("no root", "<?xml version='1.0'?><!-- -->", "cannot be read"),
        ("nothing", "", "empty"),
        ("blanks", " \n", "cannot be read"),
        ("truncated in a tag", "<a><a k=", "cannot be read"),
        ("truncated in a text", "<a>text", "cannot be read"),
        ("truncated in a comment", "<a><!-- ", "cannot be read"),
        ("truncated in CDATA", "<a><![CDATA[ ]]", "cannot be read"),
        ("CDATA outside", "<![CDATA[x]]><a/>", "cannot be read"),
        ("end of CDATA in a text", "<a>]]></a>", "]]>"),
        ("not closed", "<a><b></a>", "mismatch"),
        ("closed twice", "<a></a></a>", "Extra content"),
        ("attribute twice", "<a k='1' k='2'/>", "redefined"),
        ("attribute twice by namespace", "<a xmlns:x='u' xmlns:y='u' x:k='1' y:k='2'/>", "redefined"),
        ("undeclared prefix", "<p:a/>", "prefix p"),
        ("undeclared prefix of an attribute", "<a p:k='1'/>", "prefix p"),
        ("an attribute without quotes", "<a k=1/>", "cannot be read"),
        ("a tag in an attribute", "<a k='<'/>", "cannot be read"),
        ("a control character", "<a>\u{1}</a>", "cannot be read"),
        ("a control character by number", "<a>&#1;</a>", "cannot be read"),
        ("NUL by number", "<a>&#0;</a>", "cannot be read"),
        ("a surrogate by number", "<a>&#xD800;</a>", "cannot be read"),
        ("a number beyond Unicode", "<a>&#x110000;</a>", "cannot be read"),
        ("NUL", "<a>\u{0}</a>", "Byte 3 is NUL"),
        ("U+FFFE", "<a>\u{FFFE}</a>", "cannot be read"),
        ("comment with dashes", "<a><!-- -- --></a>", "cannot be read"),
        ("a late declaration", "<a/>\n<?xml version='1.0'?>", "cannot be read"),
        ("100,000 deep", String(repeating: "<a>", count: 100_000), "deep"),
        ("300 attributes", "<a " + (0..<300).map { "k\($0)='' " }.joined() + "/>", "attributes"),
        ("300 namespaces", "<a " + (0..<300).map { "xmlns:k\($0)='u' " }.joined() + "/>", "attributes"),
        ("JSON", "{\"a\": 1}", "cannot be read"),
    ]

    private static var laughs: String {
        let entities = (1...9).map { "<!ENTITY l\($0) '\(String(repeating: "&l\($0 - 1);", count: 10))'>" }.joined()
        return "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY l0 'lol'>\(entities)]><a>&l9;</a>"
    }

    @Test(arguments: documents.indices)
    func `each is refused with its reason, as a stream and as a tree`(index: Int) throws {
        let (name, text, word) = Self.documents[index]
        let stream = #expect(throws: EtudeError.self, "\(name)") { try EventLog.of(Array(text.utf8), chunk: 1000) }
        let tree = #expect(throws: EtudeError.self, "\(name)") { try Trees.of(text, .xml) }
        for error in [stream, tree] {
            #expect(error?.code == .data, "\(name)")
            #expect(error?.message.contains(word) == true, "\(name): \(error?.message ?? "")")
            #expect(error?.place?.file == "t.xml", "\(name)")
        }
    }

    @Test func `bytes that are no UTF-8 are refused`() throws {
        for bytes in [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xE2, 0x82]] as [[UInt8]] {
            let document = Array("<a>".utf8) + bytes + Array("</a>".utf8)
            #expect(throws: EtudeError.self) { try EventLog.of(document) }
        }
    }

    @Test func `the sentence names the line`() throws {
        let error = #expect(throws: EtudeError.self) { try EventLog.of(Array("<a>\n\n<b>\n</a>".utf8)) }
        #expect(error?.place == Place(file: "t.xml", line: 4))
    }

    @Test func `includes and instructions are read as what they are, and nothing is fetched`() throws {
        let text = """
            <?xml version="1.0"?><?xml-stylesheet href="file:///etc/hostname"?>
            <?oasis-xml-catalog catalog="file:///etc/hostname"?>
            <a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/hostname" parse="text"/></a>
            """
        #expect(try EventLog.of(Array(text.utf8)) == ["<a:3", "<?:3", ">", ">"])
        #expect(try Trees.of(text, .xml).root.text.isEmpty)
    }

    /// A document that begins, goes on and never ends; and whether it may be long: it could be complete, or takes six bytes for one.
    @Test(
        arguments: [
            ("<a k='", "x", false), ("<a ", "k0=''\n", false), ("<a ", " ", false), ("<a>", "text ", false),
            ("<a><![CDATA[", "text ", false), ("<a><!--", "x", false), ("<?p ", "x", false), ("<", "x", false),
            ("<a>&", "x", false), ("<a></", "x", false), ("<!DOCTYPE ", "x", false), ("<a>", "<a>", false),
            ("<a xmlns='", "x", false), ("<a k='", "&#120;", false), ("<a>", "&#120;", true), ("", " ", true),
            ("<a/>", " ", true), ("<a/>", "<?p?>", true),
        ]
    )
    func `what never ends is refused before it is held`(start: String, rest: String, mayBeLong: Bool) throws {
        let limits = MarkupLimits(bytes: 2 << 20, textBytes: 256 << 10)
        let events = XMLEvents(names: EventLog.names, file: "t.xml", limits: limits)
        var log = EventLog()
        let streamed = try Endless.fed(start, rest) { chunk throws(EtudeError) in try events.parse(chunk, into: &log) }
        let parser = MarkupTreeParser(.xml, file: "t.xml", limits: limits)
        let built = try Endless.fed(start, rest) { chunk throws(EtudeError) in try parser.parse(chunk) }
        for fed in [streamed, built] { #expect(fed <= (mayBeLong ? 2 << 20 : 512 << 10)) }
    }

    @Test(arguments: [MarkupSyntax.xml, .html])
    func `a tag of too many attributes is refused before libxml2 compares them`(syntax: MarkupSyntax) throws {
        let parser = MarkupTreeParser(syntax, file: "t.xml")
        let fed = try Endless.fed("<a ", "k0=''\n") { chunk throws(EtudeError) in try parser.parse(chunk) }
        #expect(fed <= 256 << 10)
    }
}
