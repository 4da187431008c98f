import EtudeCore
import EtudeJudge
import Testing

@Suite struct EmptyTextTests {
    @Test(arguments: ["", " ", "\n\t", ":", "...", "?!", "“”", "---\n***", "🙂", "\u{200B}", "。"])
    func `a text without a letter or digit is empty`(_ text: String) {
        #expect(finding(EmptyText(), in: text)?.reason == .empty)
    }

    @Test(arguments: ["a", "7", "A stitch.", "バラ", "바늘", "针", "Игла.", "½", "…no"])
    func `one letter or digit is a text`(_ text: String) {
        #expect(finding(EmptyText(), in: text) == nil)
    }
}
