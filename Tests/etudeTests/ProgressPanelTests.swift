import EtudeCore
import Testing

@testable import etude

@Suite struct TerminalTests {
    @Test func `text that could steer a terminal is made visible`() {
        #expect(Terminal.visible("a\u{1B}[31mb\u{202E}c\nd\te") == "a\\u{1b}[31mb\\u{202e}c\nd\te")
    }

    @Test func `a table leans names left and numbers right`() {
        var table = TextTable(header: ["split", "rows"])
        table.add(["train", "7"])
        table.add(["x", "1234", "why"])
        #expect(table.text == "split  rows\ntrain     7\nx      1234   why")
    }
}
