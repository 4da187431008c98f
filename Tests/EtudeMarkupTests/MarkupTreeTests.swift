import EtudeCore
import EtudeMarkup
import Testing

@Suite struct MarkupTreeTests {
    private static let terms = """
        <terms xmlns="urn:d" xmlns:n="urn:n">
          <n:term id="t1"><name>  river
            bank </name><n:also>shore</n:also><n:also/></n:term>
          <n:term id="t2"><name>caf&#233; <![CDATA[<b>]]></name></n:term>
        </terms>
        """

    @Test func `XPaths use the document's prefixes, and default for its own namespace`() throws {
        let tree = try Trees.of(Self.terms, .xml, chunk: 5)
        #expect(tree.prefixes == ["default", "n"])
        #expect(try Trees.texts("n:term/default:name", in: tree) == ["river bank", "café <b>"])
        #expect(try Trees.texts("n:term/@id", in: tree) == ["t1", "t2"])
        #expect(try Trees.texts("n:term/n:also", in: tree) == ["shore"], "an empty text is none")
        #expect(try Trees.texts("count(//n:term)", in: tree) == ["2"])
        #expect(try Trees.texts("//name", in: tree).isEmpty)
        #expect(try Trees.texts("/ | //namespace::*", in: tree).isEmpty)
    }

    @Test func `a path begins where it is told to`() throws {
        let tree = try Trees.of(Self.terms, .xml)
        let nodes = try tree.nodes(try tree.path("//n:term"), from: tree.root)
        #expect(nodes.map(\.line) == [2, 4])
        #expect(nodes.map(\.name) == ["term", "term"])
        #expect(try tree.texts(try tree.path("n:also"), from: nodes[1]).isEmpty)
        #expect(nodes[0].children.map(\.name) == ["name", "also", "also"])
        #expect(nodes[0].isSame(as: nodes[0]) && !nodes[0].isSame(as: nodes[1]))
    }

    @Test func `lines are counted beyond what libxml2 counts`() throws {
        let tree = try Trees.of("<a>" + String(repeating: "\n", count: 70_000) + "<b/></a>", .xml)
        #expect(tree.root.children.map(\.line) == [70_001])
        let page = try Trees.of("<p>" + String(repeating: "\n", count: 70_000) + "<b>x</b>", .html)
        #expect(try page.nodes(try page.path("//b"), from: page.root).map(\.line) == [70_001])
    }

    @Test(arguments: ["//[", "a b", "unknown()", "p:a", "", "count()", "id(", "//n:term/@id/unknown::x"])
    func `what is no XPath is told`(expression: String) throws {
        let tree = try Trees.of(Self.terms, .xml)
        let error = #expect(throws: EtudeError.self) { try Trees.texts(expression, in: tree) }
        #expect(error?.code == .config)
        #expect(error?.message.contains("`\(expression)`") == true)
        #expect(try Trees.texts("n:term/@id", in: tree) == ["t1", "t2"], "the tree is still of use")
    }

    @Test func `a path that gives no nodes is none of entries`() throws {
        let tree = try Trees.of(Self.terms, .xml)
        #expect(throws: EtudeError.self) { try tree.nodes(try tree.path("count(//*)"), from: tree.root) }
        #expect(throws: EtudeError.self) { try tree.path("//a[" + String(repeating: "(", count: 10_000)) }
    }

    @Test func `an XPath that takes too long is stopped`() throws {
        let tree = try Trees.of("<a>" + String(repeating: "<b/>", count: 20_000) + "</a>", .xml)
        let error = #expect(throws: EtudeError.self) {
            try Trees.texts("//b[count(//b[count(//b) > 1]) > 1]", in: tree)
        }
        #expect(error?.message.contains("too long") == true)
    }

    @Test func `a tree that takes too much memory is refused`() throws {
        let limits = MarkupLimits(bytes: 64 << 20, treeBytes: 1 << 20)
        for (syntax, unit) in [(MarkupSyntax.xml, "<b/>"), (.html, "<b></b>"), (.xml, "<b k=''/>"), (.xml, "x<b/>")] {
            let error = #expect(throws: EtudeError.self) {
                try Trees.of("<a>" + String(repeating: unit, count: 10_000) + "</a>", syntax, limits: limits)
            }
            #expect(error?.message.contains("1 MiB") == true)
        }
    }
}
