import EtudeCore
import Testing

@testable import EtudeJudge

@Suite struct EntryMemoTests {
    @Test func `a value is made once for an entry, and again for another of the same id`() {
        let memo = EntryMemo<Topic, String>()
        var made: [String] = []
        for name in ["Bees", "Bees", "Hives", "Hives", "Bees"] {
            let topic = Topic(id: "bees", name: name)
            let value = memo.value(for: topic) {
                made.append(name)
                return name.lowercased()
            }
            #expect(value == name.lowercased())
        }
        #expect(made == ["Bees", "Hives", "Bees"])
    }
}
