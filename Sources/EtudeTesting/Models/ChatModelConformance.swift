import EtudeCore
import EtudeModel

/// What every `ChatModel` must do, as a list of named checks.
public struct ChatModelConformance: Sendable, CustomStringConvertible {
    /// A promise that was not kept.
    public struct Violation: Error, Sendable, CustomStringConvertible {
        /// What was expected and what was found.
        public let description: String
    }

    /// The promise, as a sentence.
    public let description: String
    private let body: @Sendable (ModelUnderTest) async throws -> Void

    private init(_ description: String, _ body: @escaping @Sendable (ModelUnderTest) async throws -> Void) {
        self.description = description
        self.body = body
    }

    /// Checks a model.
    ///
    /// - Parameter subject: the model with requests for it.
    /// - Throws: ``Violation``, or the error of a call that should have succeeded.
    public func check(_ subject: ModelUnderTest) async throws {
        try await body(subject)
    }

    /// All promises.
    public static let checks = [
        Self("the name is the same before and after an answer, and not empty") { subject in
            let name = subject.model.name
            _ = try await subject.model.answer(subject.request(0))
            try expect(subject.model.name, name)
            try expect(name.isEmpty, false)
        },
        Self("an answer ends for the reason that it should") { subject in
            let answer = try await subject.model.answer(subject.request(0))
            try expect(answer.finishReason, subject.finishReason)
            try expect(answer.text.isEmpty, false)
        },
        Self("a cancelled task ends by cancellation, and not by a failure") { subject in
            let asking = Task {
                while !Task.isCancelled { await Task.yield() }
                return try await subject.model.answer(subject.request(0))
            }
            asking.cancel()
            do {
                let answer = try await asking.value
                throw Violation(description: "expected a CancellationError, found the answer \(answer)")
            } catch is CancellationError {}
        },
        Self("32 requests at once have the answers that they have one by one") { subject in
            var alone: [String] = []
            for index in 0..<32 { alone.append(try await subject.model.answer(subject.request(index)).text) }
            try expect(Set(alone).count > 1, true)
            let together = try await withThrowingTaskGroup(of: (Int, String).self) { group in
                for index in 0..<32 {
                    group.addTask { (index, try await subject.model.answer(subject.request(index)).text) }
                }
                return try await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
            }
            for index in 0..<32 { try expect(together[index], alone[index]) }
        },
        Self("a deterministic model gives the same answer twice") { subject in
            guard subject.model.isDeterministic else { return }
            for index in 0..<4 {
                let first = try await subject.model.answer(subject.request(index))
                try expect(try await subject.model.answer(subject.request(index)), first)
            }
        },
        Self("an answer survives being written as JSON and read again") { subject in
            let answer = try await subject.model.answer(subject.request(0))
            try expect(try ChatAnswer(json: JSONParser.parse(answer.json.canonicalText)), answer)
        },
        Self("a request that cannot be answered is a failure of the kind that it should be") { subject in
            try expect(try await failure(of: subject).kind, subject.refusedKind)
        },
        Self("no secret stands in anything described or thrown") { subject in
            guard let secret = subject.secret else { return }
            let failure = try await failure(of: subject)
            let answer = try await subject.model.answer(subject.request(0))
            for thing in [subject.model, failure, answer] as [any Sendable] {
                var dumped = ""
                dump(thing, to: &dumped)
                for text in ["\(thing)", String(reflecting: thing), dumped] {
                    guard !text.contains(secret) else {
                        throw Violation(description: "expected no secret, found one in a \(type(of: thing))")
                    }
                }
            }
        },
    ]

    /// The failure of the request that cannot be answered.
    private static func failure(of subject: ModelUnderTest) async throws -> ModelFailure {
        do {
            let answer = try await subject.model.answer(subject.refused)
            throw Violation(description: "expected a ModelFailure, found the answer \(answer)")
        } catch let failure as ModelFailure {
            return failure
        }
    }

    private static func expect<Value: Equatable>(_ found: Value, _ expected: Value) throws {
        guard found != expected else { return }
        throw Violation(description: "expected \("\(expected)".prefix(200)), found \("\(found)".prefix(200))")
    }
}
