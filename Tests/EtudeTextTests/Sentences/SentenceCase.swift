/// A text and how many sentences a reader finds in it.
struct SentenceCase: Sendable, CustomStringConvertible {
    let count: Int
    let text: String

    init(_ count: Int, _ text: String) {
        self.count = count
        self.text = text
    }

    var description: String { "\(count): \(text)" }
}
