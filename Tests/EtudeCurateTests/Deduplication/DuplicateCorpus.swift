import EtudeCore

/// Texts made from a seed, some of them edits of others.
struct DuplicateCorpus {
    private var random: SeededGenerator
    private let vocabulary: [String]

    init(seed: UInt64, words: Int = 3000) {
        var random = SeededGenerator(seed: Seed(seed))
        let letters = Array("eeeaaaoiiutnsrhldcmfpgwybvk")
        var vocabulary: [String] = []
        for _ in 0..<words {
            let length = 2 + random.below(8)
            vocabulary.append(String((0..<length).map { _ in letters[random.below(letters.count)] }))
        }
        self.vocabulary = vocabulary
        self.random = random
    }

    mutating func below(_ bound: Int) -> Int { random.below(bound) }

    mutating func word() -> String { vocabulary[random.below(vocabulary.count)] }

    mutating func text(words count: Int) -> [String] { (0..<count).map { _ in word() } }

    /// A text with so many words replaced, inserted or removed.
    mutating func edited(_ text: [String], _ edits: Int) -> [String] {
        var text = text
        for _ in 0..<edits {
            let place = random.below(text.count)
            switch random.below(3) {
            case 0: text[place] = word()
            case 1: text.insert(word(), at: place)
            default: if text.count > 1 { text.remove(at: place) }
            }
        }
        return text
    }

    /// Texts of 4 to 34 words, two thirds of them edits of an earlier one.
    mutating func texts(_ count: Int) -> [String] {
        var texts: [[String]] = []
        for _ in 0..<count {
            if texts.isEmpty || random.below(3) == 0 {
                texts.append(text(words: 4 + random.below(31)))
            } else {
                let source = texts[random.below(texts.count)]
                texts.append(edited(source, 1 + random.below(max(1, source.count / 4))))
            }
        }
        return texts.map { $0.joined(separator: " ") }
    }
}
