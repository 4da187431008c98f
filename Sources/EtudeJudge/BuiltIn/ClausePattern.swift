import EtudeCore
import EtudeText

/// A realization as folded words and places, to be found in folded texts.
struct ClausePattern {
    /// What a place can be filled with: entries of a kind, and what is written onto their last word ("'s" folds to "s").
    struct Filling: Hashable {
        let kind: Lexicon.Kind
        let suffix: String
    }

    private enum Element {
        case word(Int)
        case article
        case place(Filling)
    }

    private let elements: [Element]
    /// The fillings that its places ask for.
    let fillings: Set<Filling>

    init(_ realization: Realization, _ vocabulary: inout Vocabulary) {
        let slots = realization.slots
        var position = 0
        let rendered = realization.pieces.map { piece -> String in
            switch piece {
            case .text(let text): return text
            case .slot(let slot):
                defer { position += 1 }
                return (slot.hasArticle ? "\(Self.articleMark) " : "") + Self.mark(position)
            }
        }
        var elements: [Element] = []
        var next = 0
        for word in Folding.words(rendered.joined()) {
            if word == Self.articleMark {
                elements.append(.article)
            } else if next < slots.count, word.hasPrefix(Self.mark(next)) {
                let suffix = String(word.dropFirst(Self.mark(next).count))
                elements.append(.place(Filling(kind: slots[next].kind, suffix: suffix)))
                next += 1
            } else {
                elements.append(.word(vocabulary.add(word)))
            }
        }
        self.elements = elements
        fillings = Set(elements.compactMap { if case .place(let filling) = $0 { filling } else { nil } })
    }

    /// Words that stand for places while the clause is folded, and that no clause holds.
    private static let articleMark = "qzarticle"
    private static func mark(_ position: Int) -> String { "qzplace\(position)zq" }

    /// The words of a text where the clause first stands; nil where it does not.
    func place(in text: [Int], _ tables: [Filling: PhraseTable], articles: Set<Int>) -> Range<Int>? {
        guard !elements.isEmpty else { return nil }
        for start in text.indices {
            if let end = end(in: text, at: start, from: 0, tables, articles) { return start..<end }
        }
        return nil
    }

    /// Where the elements from the first on end that stand in a text at a place.
    private func end(
        in text: [Int],
        at start: Int,
        from first: Int,
        _ tables: [Filling: PhraseTable],
        _ articles: Set<Int>
    ) -> Int? {
        var position = start
        for index in first..<elements.count {
            switch elements[index] {
            case .word(let word):
                guard position < text.count, text[position] == word else { return nil }
                position += 1
            case .article:
                guard position < text.count, articles.contains(text[position]) else { return nil }
                position += 1
            case .place(let filling):
                let entries = tables[filling]?.matches(in: text, at: position) ?? []
                for entry in entries {
                    let rest = end(in: text, at: position + entry.length, from: index + 1, tables, articles)
                    if let rest { return rest }
                }
                return nil
            }
        }
        return position
    }
}
