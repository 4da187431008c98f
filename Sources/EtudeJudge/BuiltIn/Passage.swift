import EtudeText

/// A text that can be quoted by the numbers of its folded words.
struct Passage {
    private let text: String
    /// The pieces between blanks, and the number of the first word in each.
    private let pieces: [(range: Range<String.Index>, first: Int)]

    /// A text cut at its blanks, which no folded word spans.
    init(_ text: String) {
        self.text = text
        var pieces: [(Range<String.Index>, Int)] = []
        var count = 0
        for piece in text.unicodeScalars.split(whereSeparator: { " \n\r\t".unicodeScalars.contains($0) }) {
            pieces.append((piece.startIndex..<piece.endIndex, count))
            count += Folding.words(String(piece)).count
        }
        self.pieces = pieces
    }

    /// The words of some ranges as they stand in the text, those of different places joined by an ellipsis.
    func quotation(of words: [Range<Int>]) -> String {
        var places: [Range<String.Index>] = []
        for range in words.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            guard let first = piece(of: range.lowerBound), let last = piece(of: range.upperBound - 1) else { continue }
            if let before = places.last, first.lowerBound < before.upperBound {
                places[places.count - 1] = before.lowerBound..<max(before.upperBound, last.upperBound)
            } else {
                places.append(first.lowerBound..<last.upperBound)
            }
        }
        return places.map { String(text[$0]) }.joined(separator: " … ")
    }

    /// The piece that holds a word.
    private func piece(of word: Int) -> Range<String.Index>? {
        pieces.last { $0.first <= word }?.range
    }
}
