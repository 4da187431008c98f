import EtudeCore
import EtudeModel

extension BatchSteps {
    /// Says how every batch is doing, asking the providers of those that are open, and changes nothing.
    ///
    /// - Returns: the batches, in their order.
    /// - Throws: ``EtudeError`` for a batch whose provider the pipeline file no longer names.
    func overview() async throws -> [BatchSummary.Entry] {
        var entries: [BatchSummary.Entry] = []
        for machine in machines {
            var machine = machine
            var words = ""
            if machine.step == .look {
                let record = machine.record
                let provider = try provider(of: record)
                do {
                    if let status = try await patience.call(
                        about: record,
                        { try await provider.status(of: record.batch) }
                    ) {
                        machine.saw(status)
                    } else {
                        words = " (the provider knows it no more)"
                    }
                } catch let failure as ModelFailure {
                    words = " (\(failure.message))"
                }
            }
            entries.append(machine.entry.adding(words))
        }
        return entries
    }

    /// Cancels open batches; what is answered by then is collected by the next run.
    ///
    /// - Parameter names: numbers of batches, or the providers' names for them; none means all that are open.
    /// - Returns: the batches concerned.
    /// - Throws: ``EtudeError`` with code `usage` for a name that no open batch has; ``ModelFailure``.
    func cancel(_ names: [String]) async throws -> [BatchSummary.Entry] {
        let open = machines.indices.filter { machines[$0].isOpen }
        for name in names where !open.contains(where: { machines[$0].record.answers(to: name) }) {
            throw EtudeError(.usage, "No open batch is called \(name); `etude batch list` shows them.")
        }
        var entries: [BatchSummary.Entry] = []
        for index in open where names.isEmpty || names.contains(where: machines[index].record.answers) {
            let record = machines[index].record
            let provider = try provider(of: record)
            if record.batch.isEmpty {
                try waitForEarlier(index)
                let candidates = try await patience.call(about: record) { try await provider.find(record.label) }
                machines[index].found(candidates, taken: Set(machines.map(\.record.batch)))
            }
            let id = machines[index].record.batch
            var words = ""
            if id.isEmpty {
                machines[index].release("cancelled before it was created.")
            } else if !machines[index].record.isConfirmed {
                words = " (not cancelled: before it ends nobody can tell whether it is this batch or another's)"
            } else if machines[index].isOpen {
                let status = try await patience.call(about: record) { try await provider.cancel(id) }
                machines[index].saw(status)
            }
            try settle(index, before: record)
            entries.append(machines[index].entry.adding(words))
        }
        return entries
    }
}

extension BatchRecord {
    /// Whether a person may mean this batch by a name.
    fileprivate func answers(to name: String) -> Bool { name == "\(number)" || (!batch.isEmpty && name == batch) }
}

extension BatchSummary.Entry {
    /// The entry with words after its state.
    fileprivate func adding(_ words: String) -> Self {
        Self(number: number, block: block, id: id, requests: requests, state: state + words, isOpen: isOpen)
    }
}
