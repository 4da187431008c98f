import EtudeCore
import EtudeFlow
import EtudeModel
import EtudePublish

/// Asks a model for proposals, many questions side by side; an answer that cannot be read is asked for once again (ask 1).
struct ExtractionAsker: Sendable {
    /// Reads an answer.
    ///
    /// With `isLast` it takes what can be used of an answer that is not whole; nil where the answer is of no use.
    typealias Reading<Value> = @Sendable (_ answer: ExtractionAnswer, _ isLast: Bool) -> Value?

    /// The way that the questions belong to, as origins name it.
    let way: String
    let model: any ChatModel
    let gate: StopGate
    let monitor: RunMonitor
    let width: Int

    /// Asks questions.
    ///
    /// - Parameters:
    ///   - questions: the questions.
    ///   - stage: what is asked for, as progress shows it.
    ///   - books: take note of what became of them.
    ///   - reading: reads an answer to the question of a number.
    /// - Returns: a reply to each question, in their order; those that the gate kept back are open.
    /// - Throws: whatever is no matter of a single request.
    func replies<Value: Sendable>(
        to questions: [ExtractionQuestion],
        stage: String,
        noting books: inout ExtractionBooks,
        reading: @escaping @Sendable (_ number: Int) -> Reading<Value>
    ) async throws -> [ExtractionReply<Value>] {
        var replies = [ExtractionReply<Value>](repeating: .open, count: questions.count)
        let cell = Cell(index: monitor.cells.count, split: stage, k: 1, rows: questions.count)
        var shown = CellBooks(split: stage, k: 1)
        monitor.show(CellReport(cell: cell, books: shown, closing: nil))
        var left = questions.indices[...]
        try await BoundedFanOut(width: width).run(
            next: { gate.reason == nil ? left.popFirst() : nil },
            perform: { number in
                (number: number, reply: try await ask(questions[number], reading(number)))
            },
            receive: { number, reply in
                replies[number] = reply
                shown.accepted += 1
                let isLast = shown.accepted == questions.count
                monitor.show(CellReport(cell: cell, books: shown, closing: isLast ? "complete" : nil))
            }
        )
        books.note(replies)
        return replies
    }

    private func ask<Value>(
        _ question: ExtractionQuestion,
        _ reading: Reading<Value>
    ) async throws -> ExtractionReply<Value> {
        let asking = try await Asking { () async throws -> ExtractionReply<Value> in
            for ask in 0...1 {
                var request = question.request
                request.ask = ask
                let answer = try await model.answer(request)
                guard let readable = ExtractionAnswer(answer, foreign: question.foreign),
                    let value = reading(readable, ask == 1)
                else { continue }
                return .read(value, origin: origin(of: request))
            }
            return .unreadable
        }
        return switch asking {
        case .answered(let reply): reply
        case .failed: .failed
        case .open: .open
        }
    }

    /// The way, the model, and the first digits of the key under which the journal holds the answer.
    private func origin(of request: ChatRequest) -> String {
        "\(way), \(model.name), request \(request.key(model: model.name).prefix(16))"
    }
}
