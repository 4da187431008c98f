/// Gradings that are copies of one another, so that their majority is the vote of fewer judges than it seems.
///
/// One judge may well give two texts the same marks; that it writes the same answer twice, word for word, in every text that
/// it has graded several times, shows that the gradings are one.
public struct RepeatedGradings: Sendable, Hashable {
    /// The student whose texts are graded.
    public let student: String
    /// The judge; empty where records do not name it.
    public let judge: String
    /// How many texts have several gradings.
    public let texts: Int
    /// The most gradings of a text.
    public let gradings: Int
    /// The most different answers among the gradings of a text.
    public let distinct: Int

    /// Looks for copies among one judge's gradings of one student's texts; nil where a text has gradings that all differ, where
    /// none has several, and where the answers are not known.
    ///
    /// - Parameters:
    ///   - texts: the texts of one student.
    ///   - judge: the judge.
    public init?(in texts: [GradedText], judge: String) {
        let answers = texts.map { text in text.gradings.filter { $0.judge == judge }.map(\.answer) }
            .filter { $0.count > 1 }
        guard let first = texts.first, !answers.isEmpty,
            answers.allSatisfy({ !$0.contains(nil) && Set($0).count < $0.count })
        else { return nil }
        student = first.student
        self.judge = judge
        self.texts = answers.count
        gradings = answers.map(\.count).max() ?? 0
        distinct = answers.map { Set($0).count }.max() ?? 0
    }

    /// What a reader of the metrics should know, in a sentence.
    public var warning: String {
        let by = judge.isEmpty ? "" : " by \(judge)"
        let which = distinct == 1 ? "are one and the same" : "are copies, at most \(distinct) of them differing"
        let holder = texts == 1 ? "the one text that has several" : "each of \(texts) texts"
        return """
            \(student): the \(gradings) gradings\(by) of \(holder) \(which): they are not independent, and a majority of them \
            counts one vote several times.
            """
    }
}
