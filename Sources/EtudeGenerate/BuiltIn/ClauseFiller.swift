import EtudeCore
import EtudeModel

/// Fills the places of clauses with a topic's words, preferring words that its text has not used.
struct ClauseFiller {
    private let topic: Topic
    private var used: Set<String> = []

    init(topic: Topic) {
        self.topic = topic
    }

    /// A clause with another entry in each of its places.
    mutating func fill(_ realization: Realization, _ generator: inout SeededGenerator) throws(ModelFailure) -> String {
        var chosen: [SlotValue: String] = [:]
        var clause = ""
        for piece in realization.pieces {
            switch piece {
            case .text(let text): clause += text
            case .slot(let slot):
                let value = SlotValue(kind: slot.kind, isOther: slot.isOther)
                let entry: String
                if let earlier = chosen[value] {
                    entry = earlier
                } else {
                    entry = try draw(slot.kind, besides: Set(chosen.values), &generator)
                    chosen[value] = entry
                }
                clause += slot.hasArticle ? "\(IndefiniteArticle.before(entry)) \(entry)" : entry
            }
        }
        used.formUnion(chosen.values)
        return clause
    }

    private func draw(
        _ kind: Lexicon.Kind,
        besides taken: Set<String>,
        _ generator: inout SeededGenerator
    ) throws(ModelFailure) -> String {
        let free = topic.lexicon[kind].filter { !taken.contains($0) }
        let fresh = free.filter { !used.contains($0) }
        let candidates = fresh.isEmpty ? free : fresh
        guard !candidates.isEmpty else {
            throw ModelFailure(
                .badRequest,
                "The lexicon of the topic \"\(topic.id)\" has too few entries of the kind \"\(kind.rawValue)\" for the built-in "
                    + "teacher; add some, two at least."
            )
        }
        return candidates[generator.below(candidates.count)]
    }
}

/// What a place stands for: places of one clause that are equal get the same entry.
private struct SlotValue: Hashable {
    let kind: Lexicon.Kind
    let isOther: Bool
}
