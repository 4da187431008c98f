import EtudeCore
import EtudeMarkup
import Testing

@Suite struct HTMLTreeTests {
    private static let page = """
        <!DOCTYPE html SYSTEM "file:///etc/hostname">
        <meta charset="iso-8859-1"><title>T</title>
        <style>p { content: "</p>" }</style>
        <p>caf&eacute; é &lt;b&gt; &amp;amp; &#8212;<br>two<!-- no --><script>document.write("<p>no</p>")</script>
        <p>open <b>bold<i>er</b> text</i>
        <ul><li>one<li>two</ul>
        <template>no</template>
        """

    @Test(arguments: [1, 7, 1000])
    func `a page is read as browsers do`(chunk: Int) throws {
        let tree = try Trees.of(Self.page, .html, chunk: chunk)
        #expect(try Trees.texts("//p", in: tree) == ["café é <b> &amp; — two", "open bolder text"])
        #expect(try Trees.texts("//ul", in: tree) == ["one two"])
        #expect(try tree.root.text.contains("no") == false)
    }

    @Test func `terms without an end stand side by side`() throws {
        let tree = try Trees.of("<dl><dt>a<dt>b<dt>c<dd>1<dd>2</dl>", .html)
        let lists = try tree.nodes(try tree.path("//dl"), from: tree.root)
        #expect(try lists[0].children.map { "\($0.name) \(try $0.text)" } == ["dt a", "dt b", "dt c", "dd 1", "dd 2"])
    }

    @Test func `a control character is refused, by itself and by number`() throws {
        #expect(throws: EtudeError.self) { try Trees.of("<p>\u{0}", .html) }
        for page in ["<p>\u{9B}", "<p>&#155;</p>", "<p>\u{7F}"] {
            #expect(throws: EtudeError.self) { try Trees.of(page, .html).root.text }
        }
    }

    @Test func `an empty page is refused`() throws {
        for (page, word) in [("", "empty"), ("  ", "no element"), ("<!-- -->", "no element")] {
            let error = #expect(throws: EtudeError.self) { try Trees.of(page, .html) }
            #expect(error?.message.contains(word) == true)
        }
    }

    @Test(
        arguments: [
            ("<p k='", "x"), ("<p ", "k0=''\n"), ("<p ", " "), ("<p>", "text "), ("<p><!--", "x"), ("<?p ", "x"),
            ("<", "x"), ("<p>&", "x"), ("<p></", "x"), ("<!DOCTYPE ", "x"), ("<p>", "<div>"), ("<script>", "x"),
            ("<p>", "<b>"), ("<textarea>", "x"), ("<table>", "<tr>"), ("<p k=", "x'"),
        ]
    )
    func `what never ends is refused before it is held`(start: String, rest: String) throws {
        let limits = MarkupLimits(bytes: 2 << 20, textBytes: 256 << 10, treeBytes: 256 << 10)
        let parser = MarkupTreeParser(.html, file: "t.html", limits: limits)
        let fed = try Endless.fed(start, rest) { chunk throws(EtudeError) in try parser.parse(chunk) }
        #expect(fed <= 512 << 10)
    }
}
