/// The words of a text, in order, and where each of them stands.
struct WordPlaces: Sendable {
    /// The words.
    let words: [String]
    /// The places of each word, ascending.
    let places: [String: [Int]]

    /// The places of some words.
    init(_ words: [String]) {
        self.words = words
        places = Dictionary(grouping: words.indices) { words[$0] }
    }
}
