import EtudeCore
import EtudeTesting

/// A teacher whose every draft can be read, and a judge that passes a share of the drafts of each k; both follow from the
/// request alone.
struct ScriptedShares: Sendable {
    /// The share that passes, by k; none where k is missing.
    let shares: [Int: Double]

    func reply(to request: ReceivedRequest, number: Int) -> ServerReply {
        let digest = SHA256.digest(of: request.body.sortedByKey.canonicalText)
        var generator = SeededGenerator(seed: Seed(digest.leadingWord))
        let prompt = request.body["messages"]?.array?.last?["content"]?.string ?? ""
        guard request.body["response_format"] != nil else {
            let words = (0..<10).map { _ in "w\(generator.below(1_000_000_000))" }
            return .completion("Answer: The \(words.joined(separator: " ")).\nExplanation: It does.")
        }
        let criteria = NumberedCriteria.ids(in: prompt)
        // Skills are asked together with topic, sense and the sentence limit.
        let passes = generator.unit() < shares[criteria.count - 3] ?? 0
        let evidence = FencedText.first(in: prompt) ?? ""
        let marks = criteria.map { number, criterion in
            JSONMember(
                number,
                ["criterion": .string(criterion), "evidence": .string(evidence), "met": .bool(passes)]
            )
        }
        return .completion(JSONValue.object([JSONMember("marks", .object(marks))]).canonicalText)
    }
}
