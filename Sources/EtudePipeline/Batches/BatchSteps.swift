import EtudeCore
import EtudeModel
import EtudeStore

/// The batches of a run: what earlier runs have sent is collected before the run works, what the run misses is noted while it
/// works, and sent at its end.
///
/// ``BatchMachine`` decides each step; this carries the steps out and writes each down before the next, so that a process may
/// end between any two of them. The caller holds the lock of the output folder.
actor BatchSteps {
    /// The seat of a model block.
    typealias Seating = @Sendable (_ block: String) throws -> BatchSeat

    /// Requests of a batch to be.
    private struct Collector {
        let number: Int
        let spool: BatchSpool
        var ids: Set<String> = []
    }

    let folder: BatchFolder
    private let run: String
    private let seating: Seating
    private let sink: BatchSink
    let patience: BatchPatience
    private let now: @Sendable () -> Int

    var machines: [BatchMachine] = []
    private var seats: [String: BatchSeat] = [:]
    private var collectors: [String: Collector] = [:]
    /// The requests of each open batch, by its number.
    private var inFlight: [Int: Set<String>] = [:]
    private var nextNumber = 1
    private var tried: Set<Int> = []
    private var created: Set<Int> = []
    private var ended: Set<Int> = []
    private var refusals: [String] = []
    private var delays: [String] = []
    private var budget: Budget?
    /// Requests that the budget has no room for.
    private var withheld: Set<String> = []

    /// The batches of an output folder.
    ///
    /// - Parameters:
    ///   - directory: the output folder; batches are kept in `batches` below it.
    ///   - run: the name of the dataset.
    ///   - files: where the folder stands.
    ///   - sink: where results go.
    ///   - retry: how often and how long one call is tried.
    ///   - now: seconds since 1970.
    ///   - seating: finds the provider of a model block; asked only for blocks that have a batch or a request.
    /// - Throws: ``EtudeError`` with code `io` or `data` for a folder that cannot be read.
    init(
        directory: String,
        run: String,
        files: any FileSystem = RealFileSystem(),
        sink: BatchSink,
        retry: RetryPolicy = RetryPolicy(giveUp: 4, leastSpan: .zero, deadline: .seconds(120)),
        now: @escaping @Sendable () -> Int = { WallClock.milliseconds / 1_000 },
        seating: @escaping Seating
    ) throws(EtudeError) {
        folder = BatchFolder(path: "\(directory)/batches", files: files)
        self.run = run
        self.sink = sink
        patience = BatchPatience(policy: retry)
        self.now = now
        self.seating = seating
        for record in try folder.records() {
            machines.append(BatchMachine(record, isResumed: true))
            nextNumber = record.number + 1
        }
    }

    /// Takes note of a request that the journal does not answer, unless a batch holds it already; call ``collect()`` before.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - key: its key.
    ///   - block: the model block that asks.
    /// - Throws: ``ModelFailure`` of kind `badRequest` for a request that cannot be put into words; ``EtudeError``.
    func note(_ request: ChatRequest, key: String, block: String) throws {
        let id = BatchItem.customID(key)
        guard !collectors.values.contains(where: { $0.ids.contains(id) }),
            !inFlight.values.contains(where: { $0.contains(id) })
        else { return }
        let seat = try seat(block)
        let provider = seat.provider
        let facts = BatchItem.Facts(key: key, purpose: request.task.purpose, size: RequestSize(request))
        let body = try provider.body(for: request)
        if let budget, budget.reserve(Billing(facts.size, price: seat.price).worst, orElse: {}) != .granted {
            withheld.insert(id)
            return
        }
        var writer = JSONWriter()
        writer.write(BatchItem(facts: facts, body: body).json)
        writer.endLine()
        if let spool = collectors[block]?.spool,
            spool.count >= provider.limits.requests || spool.bytes + writer.bytes.count > provider.limits.bytes
        {
            try seal(block)
        }
        var collector = try collectors[block] ?? newCollector()
        try collector.spool.append(writer.bytes)
        collector.ids.insert(id)
        collectors[block] = collector
    }

    /// Goes on with the batches of earlier runs, and journals what is done.
    ///
    /// - Throws: ``EtudeError``, or what the sink throws; nothing that was journaled is lost.
    func collect() async throws {
        try folder.tidy(keeping: machines.map(\.record))
        for machine in machines where machine.isOpen {
            let items = try folder.items(of: machine.record)
            var ids: Set<String> = []
            while let item = try items.next() { ids.insert(item.customID) }
            inFlight[machine.record.number] = ids
        }
        for index in machines.indices { try await advance(index) }
    }

    /// Lets nothing be noted any more that a budget has no room for, what open batches may yet cost set aside.
    ///
    /// - Parameter budget: the budget of the run, which knows of everything that is collected.
    /// - Throws: ``EtudeError``.
    func observe(_ budget: Budget) throws {
        for machine in machines where machine.isOpen {
            let price = try seat(machine.record.block).price
            let items = try folder.items(of: machine.record)
            while let item = try items.next() { budget.hold(Billing(item.facts.size, price: price).worst) }
        }
        self.budget = budget
    }

    /// Sends what was noted.
    ///
    /// - Throws: ``EtudeError``; the next run goes on from there.
    func submit() async throws {
        for block in collectors.keys.sorted() { try seal(block) }
        for index in machines.indices where !tried.contains(machines[index].record.number) { try await advance(index) }
    }

    /// What the batches have come to in this run.
    var summary: BatchSummary {
        var summary = BatchSummary()
        for machine in machines {
            let number = machine.record.number
            if ended.contains(number) {
                summary.collected.append(machine.entry)
                summary.answered += machine.record.books.answered
                summary.failed += machine.record.books.failed
                summary.again += machine.record.books.again
            } else if created.contains(number) {
                summary.submitted.append(machine.entry)
            } else if machine.isOpen {
                summary.waiting.append(machine.entry)
            }
        }
        summary.withheld = withheld.count
        summary.refusals = refusals
        summary.delays = delays
        return summary
    }

    /// The seat of a block.
    func seat(_ block: String) throws -> BatchSeat {
        if let seat = seats[block] { return seat }
        let seat = try seating(block)
        seats[block] = seat
        return seat
    }

    /// The provider of a batch, which must be the one that it was sent to.
    func provider(of record: BatchRecord) throws -> any BatchProvider {
        let provider = try seat(record.block).provider
        guard provider.service == record.service else {
            throw EtudeError(
                .config,
                """
                \(record.title) was sent to \(record.service), and the model block `\(record.block)` now leads to \
                \(provider.service). Put the former address back until the batch is collected, or cancel the batch there.
                """
            )
        }
        return provider
    }

    private func newCollector() throws(EtudeError) -> Collector {
        defer { nextNumber += 1 }
        return Collector(number: nextNumber, spool: try folder.spool(number: nextNumber))
    }

    /// Makes a batch of what was noted for a block: its requests are durable first, then the intent to send them.
    private func seal(_ block: String) throws {
        guard let collector = collectors.removeValue(forKey: block) else { return }
        let seat = try seat(block)
        let label = BatchLabel(
            run: run,
            digest: try collector.spool.seal(),
            requests: collector.spool.count,
            intendedAt: now()
        )
        let record = BatchRecord(
            number: collector.number,
            block: block,
            model: seat.model,
            service: seat.provider.service,
            label: label
        )
        try folder.save(record)
        machines.append(BatchMachine(record, isResumed: false))
        inFlight[record.number] = collector.ids
    }

    /// Goes on with a batch as far as it can go now.
    func advance(_ index: Int) async throws {
        guard machines[index].isOpen else { return }
        tried.insert(machines[index].record.number)
        let provider = try provider(of: machines[index].record)
        do {
            while try await takeStep(index, provider) {}
        } catch let failure as ModelFailure {
            let sentence = "\(machines[index].record.title): \(failure.message)"
            if failure.kind.isFatal { refusals.append(sentence) } else { delays.append(sentence) }
        }
    }

    /// Takes the next step of a batch and writes down what it came to.
    ///
    /// - Returns: whether another step follows at once.
    private func takeStep(_ index: Int, _ provider: any BatchProvider) async throws -> Bool {
        let record = machines[index].record
        switch machines[index].step {
        case .upload:
            let requests = folder.requests(of: record)
            try await sending(index) {
                let file = try await patience.call(about: record) { try await provider.upload(requests) }
                machines[index].uploaded(file)
            }
        case .search:
            try waitForEarlier(index)
            let candidates = try await patience.call(about: record) { try await provider.find(record.label) }
            machines[index].found(candidates, taken: Set(machines.map(\.record.batch)))
        case .create:
            try waitForEarlier(index)
            try await sending(index) { try await create(index, provider) }
        case .look:
            let status = try await patience.call(about: record) { try await provider.status(of: record.batch) }
            machines[index].saw(status)
        case .collect(let status):
            try await collect(index, status, provider)
        case .wait, .rest:
            return false
        }
        try settle(index, before: record)
        return true
    }

    /// Lets no batch be searched for or created while it is not known whether an earlier one exists: where a provider keeps no
    /// notes, the two could be taken for each other.
    func waitForEarlier(_ index: Int) throws(ModelFailure) {
        let record = machines[index].record
        let earlier = machines[..<index].first { $0.record.stage == .uploaded && $0.record.service == record.service }
        guard let earlier else { return }
        throw ModelFailure(.pending, "it waits until batch \(earlier.record.number) is surely created.")
    }

    /// Writes a batch's state down where it has changed, and tidies up after one that is collected.
    func settle(_ index: Int, before: BatchRecord) throws {
        let record = machines[index].record
        if record != before { try folder.save(record) }
        guard !machines[index].isOpen, before.stage != .collected else { return }
        inFlight[record.number] = nil
        ended.insert(record.number)
        if let refusal = machines[index].refusal { refusals.append("\(record.title): \(refusal)") }
        try folder.removeRequests(of: record)
    }

    /// Does what may end in the provider's refusal of the whole batch.
    private func sending(_ index: Int, _ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let failure as ModelFailure where !failure.isRetryable && !failure.kind.isFatal {
            machines[index].refuse(failure.message)
        }
    }

    private func create(_ index: Int, _ provider: any BatchProvider) async throws {
        let record = machines[index].record
        let requests = folder.requests(of: record)
        do {
            let status = try await patience.call(about: record, isRepeatable: false) {
                try await provider.create(requests, file: record.file.isEmpty ? nil : record.file, label: record.label)
            }
            machines[index].created(status)
            created.insert(record.number)
        } catch let failure as ModelFailure where failure.kind == .unknownModel && !record.file.isEmpty {
            machines[index].lostFile()
            try settle(index, before: record)
            throw failure
        } catch let failure as ModelFailure where failure.kind.mayBeBilled {
            // The batch may exist. It is searched for by the next run only, when the provider's list is sure to show it.
            throw ModelFailure(failure.kind, failure.message, isRetryable: true)
        }
    }

    private func collect(_ index: Int, _ status: BatchStatus, _ provider: any BatchProvider) async throws {
        let record = machines[index].record
        let items = try folder.items(of: record)
        var facts: [String: BatchItem.Facts] = [:]
        while let item = try items.next() { facts[item.customID] = item.facts }
        let collection = BatchCollection(record, status, index: facts, sink: sink)
        let isWhole = try await provider.results(of: status) { try await collection.add($0) }
        let hasAnswered = machines.contains { $0.record.model == record.model && $0.record.books.answered > 0 }
        let tally = try await collection.finish(isWhole: isWhole, hasAnswered: hasAnswered)
        machines[index].collected(tally, status)
    }
}
