import EtudeCore
import EtudeIngest
import Testing

@Suite struct TopicListTests {
    @Test func `blank lines are skipped and places count them`() throws {
        let topics = try CatalogReader.parseTopics(text: "\u{FEFF}Sewing \r\n\r\n  \r\nthe  Silk Road", file: "t.txt")
        #expect(topics.map(\.name) == ["Sewing", "the Silk Road"])
        #expect(topics.map(\.id) == ["sewing", "the-silk-road"])
        #expect(topics.map(\.place) == [Place(file: "t.txt", line: 1), Place(file: "t.txt", line: 4)])
    }

    @Test func `a topic that stands twice is told with both lines`() throws {
        let error = #expect(throws: EtudeError.self) {
            try CatalogReader.parseTopics(text: "Sewing\nDueling\n\nsewing", file: "t.txt")
        }
        #expect(error?.code == .data)
        #expect(error?.place == Place(file: "t.txt", line: 4))
        #expect(error?.message.contains("line 1") == true)
    }

    @Test func `names in other scripts get ids`() throws {
        #expect(try CatalogReader.parseTopics(text: "Café\nВышивка", file: "t.txt").map(\.id) == ["cafe", "вышивка"])
    }
}
