/// Numbers for the words of a catalog, so that texts are compared by numbers.
struct Vocabulary {
    /// The number of a word that the catalog does not hold.
    static let unknown = -1

    private var numbers: [String: Int] = [:]

    /// The number of a word, a new one for a new word.
    mutating func add(_ word: String) -> Int {
        let number = numbers[word] ?? numbers.count
        numbers[word] = number
        return number
    }

    /// The number of a word.
    func number(of word: String) -> Int {
        numbers[word] ?? Self.unknown
    }
}
