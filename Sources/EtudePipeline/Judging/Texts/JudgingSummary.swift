public import EtudeCore
import EtudePublish
import Synchronization

/// What judging texts came to.
public struct JudgingSummary: Sendable, Hashable {
    /// The lines that were answered.
    public var lines = 0
    /// The texts that the accept rule accepts.
    public var accepted = 0
    /// The lines whose text no judge answered for.
    public var unanswered = 0
    /// The lines that are no text to be judged.
    public var faulty = 0
    /// What was wrong with the first few lines without marks.
    public var complaints: [String] = []

    /// The exit code of the command; nil where every line has its marks.
    public var exitCode: EtudeError.Code? {
        if faulty > 0 { return .data }
        return unanswered > 0 ? .unavailable : nil
    }

    /// The counts in a sentence.
    public var text: String {
        let judged = lines - unanswered - faulty
        let missing = lines > judged ? "; \(lines - judged) lines have no marks" : ""
        return "\(judged) texts judged, \(accepted) accepted\(missing)."
    }
}

/// Counts replies while texts are judged.
final class JudgingTally: Sendable {
    private static let shown = 5

    private struct State {
        var summary = JudgingSummary()
        var expected = 0
    }

    private let state = Mutex(State())

    /// The counts so far.
    var summary: JudgingSummary { state.withLock { $0.summary } }

    /// Says how many lines there will be.
    func expect(_ lines: Int) { state.withLock { $0.expected = lines } }

    /// Counts a reply.
    ///
    /// - Parameter reply: the reply.
    /// - Returns: how far the work is.
    func count(_ reply: JudgingReply) -> CellReport {
        state.withLock { state in
            state.summary.count(reply, shown: Self.shown)
            return CellReport(
                cell: Cell(index: 0, split: "texts", k: 0, rows: state.expected),
                books: CellBooks(split: "texts", k: 0, accepted: state.summary.lines),
                closing: nil
            )
        }
    }
}

extension JudgingSummary {
    fileprivate mutating func count(_ reply: JudgingReply, shown: Int) {
        lines += 1
        switch reply.outcome {
        case .judged(let judged):
            if judged.isAccepted { accepted += 1 }
        case .unanswered(let message):
            unanswered += 1
            if complaints.count < shown { complaints.append("\(reply.id): \(message)") }
        case .faulty(let message):
            faulty += 1
            if complaints.count < shown { complaints.append("line \(reply.line): \(message)") }
        }
    }
}
