import EtudeCore
import EtudeFlow
import EtudeStore
import Synchronization

extension TextJudging {
    /// Judges texts that arrive line by line, and answers each line with one, in their order, as soon as it is its turn.
    ///
    /// As many lines are under way at a time as the panel's models may have requests. A line that is no text to be judged gets an
    /// answer with `error`, and the next is read. It ends with the input.
    ///
    /// - Returns: what it came to.
    /// - Throws: ``EtudeError`` where a model refuses for good, the work was stopped, or nobody takes the answers any more.
    public func serve() async throws -> JudgingSummary {
        let replies = OrderedReplies(to: try StandardOutput())
        try await open { session, judge in
            let lines = PipedLines(width: session.models.width) { () throws(EtudeError) in try StandardInput() }
            gate.whenClosed { _ in lines.end() }
            try await withThrowingDiscardingTaskGroup { group in
                for try await item in lines.items {
                    let number = replies.begin()
                    group.addTask {
                        do {
                            guard let reply = try await reply(to: item, by: judge) else { return }
                            lines.makeRoom(try replies.add(number, reply))
                        } catch {
                            lines.end()
                            throw error
                        }
                    }
                }
            }
        }
        return tally.summary
    }

    private func reply(to item: PipedLines.Item, by judge: TextJudge) async throws -> JudgingReply? {
        switch item {
        case .line(let line): try await reply(to: line, by: judge)
        case .faulty(let number, let message): faulty(number, message)
        }
    }
}

/// Writes replies in the order in which their lines came.
private final class OrderedReplies: Sendable {
    private struct State: ~Copyable {
        var window = OrderedWindow<JudgingReply>()
        let writer: any ByteWriter
    }

    private let state: Mutex<State>

    init(to writer: sending any ByteWriter) {
        state = Mutex(State(writer: writer))
    }

    /// The number of the line that came now.
    func begin() -> Int { state.withLock { $0.window.begin() } }

    /// Writes a reply once all before it are written.
    ///
    /// - Returns: how many were written now.
    func add(_ number: Int, _ reply: JudgingReply) throws -> Int {
        try state.withLock { state in
            let due = state.window.finish(number, reply)
            for reply in due { try state.writer.write(reply.bytes) }
            return due.count
        }
    }
}
