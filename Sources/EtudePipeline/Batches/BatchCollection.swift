import EtudeModel

/// Takes the results of one batch as they are read, and journals them.
///
/// Failures wait until all is read: where nothing of a model was ever answered, the requests are most likely all wrong alike,
/// and none is given up for good.
actor BatchCollection {
    /// Answers that are journaled together.
    private static let group = 64

    private let record: BatchRecord
    private let status: BatchStatus
    private let index: [String: BatchItem.Facts]
    private let sink: BatchSink
    private var answered: Set<String> = []
    private var failures: [String: ModelFailure] = [:]
    private var waiting: [(BatchedRequest, ChatAnswer)] = []
    private var hasKnown = false
    private var tally = BatchTally()

    init(_ record: BatchRecord, _ status: BatchStatus, index: [String: BatchItem.Facts], sink: BatchSink) {
        self.record = record
        self.status = status
        self.index = index
        self.sink = sink
    }

    /// Takes a result.
    func add(_ result: BatchResult) async throws {
        let id = result.customID
        guard let facts = index[id] else {
            tally.books.unknown += 1
            return
        }
        hasKnown = true
        switch result.outcome {
        case .answer(let answer):
            guard answered.insert(id).inserted else {
                tally.books.duplicate += 1
                return
            }
            waiting.append((request(facts), answer))
            if waiting.count >= Self.group { try await flush() }
        case .failure(let failure):
            guard failures[id] == nil, !answered.contains(id) else {
                tally.books.duplicate += 1
                return
            }
            failures[id] = failure
        case .unanswered: break
        }
    }

    /// Journals what is left, and says what it all came to.
    ///
    /// - Parameters:
    ///   - isWhole: whether the provider still had all results.
    ///   - hasAnswered: whether the model is known to have answered anything before.
    /// - Returns: the tally.
    /// - Throws: ``ModelFailure`` of kind `invalidBody` where the results hold less than the provider has counted, such as
    ///   when something on the way answered in its stead; or what the sink throws.
    func finish(isWhole: Bool, hasAnswered: Bool) async throws -> BatchTally {
        try await flush()
        tally.isWhole = isWhole && (!status.files.isEmpty || status.answered == 0)
        let left = failures.filter { !answered.contains($0.key) }.sorted { $0.key < $1.key }
        tally.isForeign = !record.isConfirmed && !hasKnown && tally.books.unknown > 0
        guard !tally.isWhole || tally.isForeign || answered.count + left.count >= status.answered else {
            throw ModelFailure(
                .invalidBody,
                "The results hold \(answered.count + left.count) of \(status.answered) answers; they are read again later."
            )
        }
        let final = left.filter { !$0.value.isRetryable && !$0.value.kind.isFatal }
        tally.refusal = left.first { $0.value.kind.isFatal }?.value.message
        if hasAnswered || !answered.isEmpty {
            for (id, failure) in final {
                guard let facts = index[id] else { continue }
                try await sink.failure(request(facts), failure)
            }
            tally.books.failed = final.count
        } else {
            tally.refusal = tally.refusal ?? final.first?.value.message
        }
        tally.books.answered = answered.count
        tally.books.again = index.count - answered.count - tally.books.failed
        return tally
    }

    private func flush() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (request, answer) in waiting {
                group.addTask { [sink] in try await sink.answer(request, answer) }
            }
            try await group.waitForAll()
        }
        waiting.removeAll(keepingCapacity: true)
    }

    private func request(_ facts: BatchItem.Facts) -> BatchedRequest {
        let ended = status.endedAt ?? status.createdAt
        return BatchedRequest(
            block: record.block,
            model: record.model,
            facts: facts,
            createdAt: ended * 1_000,
            durationMilliseconds: max(0, ended - status.createdAt) * 1_000
        )
    }
}
