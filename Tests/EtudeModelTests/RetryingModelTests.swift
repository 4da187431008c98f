import EtudeModel
import EtudeTesting
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1))) struct RetryingModelTests {
    private let answer = ChatAnswer(text: "Yes.", model: "m")

    @Test func `Tries go on until an answer comes, each after its wait`() async throws {
        let failures = [ModelFailure(.server, "a"), ModelFailure(.overloaded, "b", retryAfter: .seconds(30))]
        let model = ScriptedModel(outcomes: failures.map(Result.failure) + [.success(answer)])
        let clock = ManualClock()
        let reported = Mutex<[ModelFailure]>([])
        let retrying = RetryingModel(model, policy: RetryPolicy(), clock: clock) { failure, _ in
            reported.withLock { $0.append(failure) }
        }
        async let result = retrying.answer(.sample())
        for _ in failures { clock.advance(to: await clock.nextDeadline()) }
        #expect(try await result == answer)
        #expect(clock.now.offset >= .seconds(30))
        #expect(await model.requests == Array(repeating: .sample(), count: 3))
        #expect(reported.withLock(\.self) == failures)
        #expect(retrying.name == "scripted/model")
    }

    @Test(arguments: [FailureKind.quota, .badRequest])
    func `What cannot succeed fails at the first try`(kind: FailureKind) async throws {
        let model = ScriptedModel(outcomes: [.failure(ModelFailure(kind, "no"))])
        let retrying = RetryingModel(model, policy: RetryPolicy(), clock: ManualClock())
        let failure = try await #require(throws: ModelFailure.self) { try await retrying.answer(.sample()) }
        #expect(failure == ModelFailure(kind, "no"))
        #expect(await model.requests.count == 1)
    }

    @Test func `Rate limits are waited out until the deadline`() async throws {
        let slow = ModelFailure(.rateLimited, "slow", retryAfter: .seconds(100))
        let model = ScriptedModel(outcomes: [.failure(slow)])
        let clock = ManualClock()
        let retrying = RetryingModel(model, policy: RetryPolicy(tries: 1, deadline: .seconds(250)), clock: clock)
        let running = Task { try await retrying.answer(.sample()) }
        for _ in 0..<2 { clock.advance(to: await clock.nextDeadline()) }
        await #expect(throws: slow) { try await running.value }
        #expect(await model.requests.count == 3)
    }

    @Test func `A cancelled task stops waiting`() async throws {
        let model = ScriptedModel(outcomes: [.failure(ModelFailure(.server, "a"))])
        let clock = ManualClock()
        let retrying = RetryingModel(model, policy: RetryPolicy(), clock: clock)
        let running = Task { try await retrying.answer(.sample()) }
        _ = await clock.nextDeadline()
        running.cancel()
        await #expect(throws: CancellationError.self) { try await running.value }
        #expect(await model.requests.count == 1)
    }
}
