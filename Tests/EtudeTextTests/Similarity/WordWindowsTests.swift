import EtudeText
import Testing

@Suite struct WordWindowsTests {
    private let key = Array("the bees hum in the straße tree".utf8)

    @Test(arguments: 1...8) func `Runs are all neighbouring words, with the hash of their bytes`(size: Int) {
        let words = String(decoding: key, as: UTF8.self).split(separator: " ")
        var expected: [String] = []
        for start in 0..<max(0, words.count - size + 1) {
            expected.append(words[start..<start + size].joined(separator: " "))
        }
        var runs: [String] = []
        let windows = WordWindows(ofKey: key)
        windows.forEach(of: size) { hash, range in
            #expect(hash == TextHash.hash(key[range]))
            runs.append(String(decoding: key[range], as: UTF8.self))
        }
        #expect(runs == expected)
        #expect(windows.words == words.count)
    }

    @Test func `A text without words has none`() {
        #expect(WordWindows(ofKey: []).words == 0)
        WordWindows(ofKey: []).forEach(of: 1) { _, _ in Issue.record("There is no run.") }
    }
}
