public import EtudeCore

/// A provider that takes many requests at once and answers them within a day, at a price of its own.
///
/// Uploading and creating are calls of their own, so that what has happened can be written down between them. Each call is
/// one try; all throw ``ModelFailure``, or `CancellationError` when the task is cancelled.
public protocol BatchProvider: Sendable {
    /// The kind of provider and its address, such as `openai https://api.openai.com/v1`; a batch is known only there.
    var service: String { get }
    /// How much one batch may hold.
    var limits: BatchLimits { get }

    /// The body that a request has in a batch.
    func body(for request: ChatRequest) throws(ModelFailure) -> JSONValue

    /// Uploads the requests of a batch, where the provider takes them as a file.
    ///
    /// - Parameter requests: the requests.
    /// - Returns: the file's name at the provider; nil where requests travel with the creation.
    /// - Throws: ``ModelFailure``.
    func upload(_ requests: BatchRequests) async throws -> String?

    /// Creates a batch.
    ///
    /// - Parameters:
    ///   - requests: the requests.
    ///   - file: what ``upload(_:)`` returned.
    ///   - label: by what the batch is found again should the reply be lost.
    /// - Returns: the new batch.
    /// - Throws: ``ModelFailure``; what it says of ``FailureKind/mayBeBilled`` tells whether the batch may exist all the same.
    func create(_ requests: BatchRequests, file: String?, label: BatchLabel) async throws -> BatchStatus

    /// The batch of a name; nil where the provider knows none (any more).
    func status(of id: String) async throws -> BatchStatus?

    /// Reads the results of a batch that has finished, one by one, in any order.
    ///
    /// - Parameters:
    ///   - status: the batch.
    ///   - receive: takes a result; the next is read when it returns.
    /// - Returns: whether the provider still had all of them.
    /// - Throws: ``ModelFailure``, or what `receive` throws.
    func results(
        of status: BatchStatus,
        receive: @escaping @Sendable (BatchResult) async throws -> Void
    ) async throws -> Bool

    /// Asks the provider to answer no more of a batch; what is answered already can be read when it has finished.
    func cancel(_ id: String) async throws -> BatchStatus?

    /// The batches of the account that were created at a time or later, in seconds since 1970.
    func list(since seconds: Int) async throws -> [BatchStatus]
}

extension BatchProvider {
    /// The batches that may be the one with a label, oldest first.
    public func find(_ label: BatchLabel) async throws -> [BatchStatus] {
        try await list(since: label.earliest)
            .filter(label.fits)
            .sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    }
}
