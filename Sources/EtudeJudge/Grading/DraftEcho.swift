/// Tells a judge's own marks from those that it only repeats out of the draft.
///
/// A draft may hold a table of points or a JSON verdict of its own, and a judge may quote it, in other lines, with other signs
/// around, or without the disguises of its letters. What counts is the order of words: a stretch of two words or more that tells
/// a mark and stands in the draft as it does in the answer is the draft's.
struct DraftEcho {
    /// The draft; nil where it holds no word that tells a mark.
    private let draft: WordAutomaton?
    private let names: WordAutomaton

    /// An echo of a draft.
    ///
    /// - Parameters:
    ///   - draft: the draft.
    ///   - names: names and labels of criteria; words in them tell no mark.
    init(_ draft: String, names: [String]) {
        let words = AnswerWords(draft).words
        self.draft = words.contains(where: Self.tellsMark) ? WordAutomaton(words) : nil
        let tellers =
            self.draft == nil ? [] : names.map { AnswerWords($0).words }.filter { $0.contains(where: Self.tellsMark) }
        self.names = WordAutomaton(Array(tellers.joined(separator: [""])))
    }

    /// Whether a whole text stands in the draft, word for word.
    func holds(_ text: String) -> Bool {
        guard let draft else { return false }
        let words = AnswerWords(text).words
        return !words.isEmpty && draft.stretches(in: words).last == words.count
    }

    /// An answer with the draft's marks put out of sight; its lines and signs stay.
    func hidden(in answer: String) -> String {
        guard let draft else { return answer }
        let words = AnswerWords(answer)
        let isHidden = hiddenWords(words.words, draft.stretches(in: words.words))
        guard isHidden.contains(true) else { return answer }
        var text = ""
        var end = answer.startIndex
        for index in isHidden.indices where isHidden[index] {
            text += answer[end..<words.ranges[index].lowerBound] + Self.quotation
            end = words.ranges[index].upperBound
        }
        return text + answer[end...]
    }

    /// What stands for a word of the draft: no criterion and no point can be read from it or across it.
    private static let quotation = "[quotation]"

    /// Which words lie in a stretch of the draft that tells a mark.
    private func hiddenWords(_ words: [String], _ stretches: [Int]) -> [Bool] {
        let isMark = marks(in: words)
        var lastMark = -1
        let lastMarks = words.indices.map { index in
            if isMark[index] { lastMark = index }
            return lastMark
        }
        var isHidden = [Bool](repeating: false, count: words.count)
        var start = words.count
        for index in words.indices.reversed() {
            let first = index - stretches[index] + 1
            if stretches[index] > 1, lastMarks[index] >= first { start = min(start, first) }
            isHidden[index] = start <= index
        }
        return isHidden
    }

    /// Which words tell a mark: points, and words and signs of passing, where they do not stand in a name.
    private func marks(in words: [String]) -> [Bool] {
        var isMark = words.map(Self.tellsMark)
        for (index, length) in names.stretches(in: words).enumerated() where length > 1 {
            for place in (index - length + 1)...index { isMark[place] = false }
        }
        return isMark
    }

    private static func tellsMark(_ word: String) -> Bool { tellers.contains(word) }

    private static let tellers: Set<String> = [
        "0", "1", "yes", "no", "pass", "passed", "fail", "failed", "met", "true", "false", "✓", "✔", "✅", "✗", "✘", "❌",
        "예", "네", "아니오", "아니요", "0점", "1점",
    ]
}
