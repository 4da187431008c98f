import EtudeCore
import EtudeHTTP
import EtudeModel
import EtudeStore

/// The batches of a pipeline, for the commands that look at them from outside a run.
public struct PipelineBatches: Sendable {
    private let spec: PipelineSpec

    /// The batches in the output folder of a pipeline.
    public init(_ spec: PipelineSpec) {
        self.spec = spec
    }

    /// All batches, in their order; the providers of those that are open are asked.
    ///
    /// - Throws: ``EtudeError``.
    public func list() async throws -> [BatchSummary.Entry] {
        try await withSteps { try await $0.overview() }
    }

    /// Cancels batches.
    ///
    /// - Parameter names: numbers of batches, or the providers' names for them; none means all that are open.
    /// - Returns: the batches concerned.
    /// - Throws: ``EtudeError``: `busy` while a run holds the lock, `unavailable` where a provider does not do it.
    public func cancel(_ names: [String]) async throws -> [BatchSummary.Entry] {
        guard try RealFileSystem().exists(spec.output.directory) else { return [] }
        let lock = try RunLock(directory: spec.output.directory)
        defer { withExtendedLifetime(lock) {} }
        return try await withSteps { try await $0.cancel(names) }
    }

    private func withSteps<Value: Sendable>(_ work: (BatchSteps) async throws -> Value) async throws -> Value {
        try OutputFolder.ledger(spec)
        let service = try HTTPService(spec)
        do {
            let steps = try BatchSteps(directory: spec.output.directory, run: spec.name, sink: .none) { [spec] block in
                try BatchSeat(block: block, of: spec, service: service)
            }
            let value = try await work(steps)
            try await service.shutdown()
            return value
        } catch {
            try? await service.shutdown()
            guard let failure = error as? ModelFailure else { throw error }
            throw EtudeError(.unavailable, "The provider does not do it: \(failure.message)")
        }
    }
}

extension BatchSink {
    /// A sink for work that reads no results.
    fileprivate static let none = BatchSink { _, _ in
    } failure: { _, _ in
    }
}
