import EtudeCore
import EtudeText

/// Reads whether a judge finds a skill in a text: `{"quote": …, "shown": …}`, or two lines that begin with these words.
///
/// A yes counts only with a quote that stands in the text.
struct SkillConfirmation {
    private let quote: String
    private let outcome: Mark.Outcome

    /// What a judge's answer says.
    ///
    /// - Parameters:
    ///   - answer: what the judge answered.
    ///   - text: what it was asked about.
    /// - Returns: pass where the text shows the skill; unknown where nothing can be read, answers contradict each other, or the
    ///   quote of a yes is not in the text.
    static func outcome(in answer: AuditAnswer, about text: String) -> Mark.Outcome {
        guard let objects = answer.objects?.filter({ $0["shown"] != nil }) else { return .unknown }
        let said = objects.isEmpty ? [Self(lines: answer)] : objects.map(Self.init)
        guard Set(said.map(\.outcome)).count == 1, let outcome = said.first?.outcome else { return .unknown }
        return outcome != .pass || said.allSatisfy { $0.quotes(text) } ? outcome : .unknown
    }

    /// Whether it quotes words of a text.
    private func quotes(_ text: String) -> Bool { !Quotation.isEmpty(quote) && Quotation(of: text).holds(quote) }

    private init(object: JSONValue) {
        quote = object["quote"]?.string ?? ""
        outcome =
            switch object["shown"] {
            case .bool(let isShown): isShown ? .pass : .fail
            case .string(let word): PointValue.outcome(of: word)
            default: .unknown
            }
    }

    private init(lines answer: AuditAnswer) {
        quote = Self.values(of: "quote", in: answer.quoting).first ?? ""
        let outcomes = Set(Self.values(of: "shown", in: answer.lines).map { PointValue.outcome(of: Folding.key($0)) })
        outcome = outcomes.count == 1 ? outcomes.first ?? .unknown : .unknown
    }

    /// What stands after a word and a colon at the beginning of a line, emphasis left aside.
    private static func values(of word: String, in lines: [Substring]) -> [String] {
        lines.compactMap { line in
            let parts = GradingLine.plain(line).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, Folding.key(String(parts[0])) == word else { return nil }
            return String(parts[1])
        }
    }
}
