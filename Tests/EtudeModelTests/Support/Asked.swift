import EtudeModel
import Testing

/// A request of a test in a task of its own, whose end is not awaited for ever.
struct Asked: Sendable {
    private struct Unended: Error {}

    private let outcome: Shared<Result<ChatAnswer, any Error>?>
    private let task: Task<Void, Never>

    init(_ answer: @escaping @Sendable () async throws -> ChatAnswer) {
        let outcome = Shared<Result<ChatAnswer, any Error>?>(nil)
        self.outcome = outcome
        task = Task {
            do {
                let answer = try await answer()
                outcome.change { $0 = .success(answer) }
            } catch {
                outcome.change { $0 = .failure(error) }
            }
        }
    }

    var isDone: Bool { outcome.value != nil }

    func cancel() { task.cancel() }

    /// What came of it; one that does not end is cancelled.
    var value: ChatAnswer {
        get async throws {
            let outcome = outcome
            guard await eventually({ outcome.value != nil }), let result = outcome.value else {
                cancel()
                throw Unended()
            }
            return try result.get()
        }
    }
}
