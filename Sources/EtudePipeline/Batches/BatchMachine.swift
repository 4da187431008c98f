import EtudeModel

/// Decides what is to be done next about one batch, from what the disk remembers and what the provider says.
///
/// Whoever carries the steps out writes ``record`` down after each. A process that ends at any place leaves a record from
/// which another goes on: requests may be uploaded twice, but a batch is never created while one that was created before may
/// be found.
struct BatchMachine: Sendable {
    /// The next step.
    enum Step: Sendable, Hashable {
        /// Give the provider the requests.
        case upload
        /// Ask the provider for a batch that an earlier process may have created.
        case search
        /// Create the batch.
        case create
        /// Ask how the batch is doing.
        case look
        /// Read the results.
        case collect(BatchStatus)
        /// Nothing, until the provider is done.
        case wait(BatchStatus)
        /// Nothing any more.
        case rest
    }

    private(set) var record: BatchRecord
    /// Sentences that concern the account or the pipeline and that somebody has to act upon.
    private(set) var refusal: String?
    /// Whether no batch of an earlier process can be at the provider.
    private var hasSearched: Bool
    private var status: BatchStatus?

    /// A machine for a batch.
    ///
    /// - Parameters:
    ///   - record: what the disk remembers.
    ///   - isResumed: whether an earlier process wrote it, which may have done more than it could write down.
    init(_ record: BatchRecord, isResumed: Bool) {
        self.record = record
        hasSearched = !isResumed
    }

    /// The next step.
    var step: Step {
        switch record.stage {
        case .intended: return .upload
        case .uploaded: return hasSearched ? .create : .search
        case .created:
            guard let status else { return .look }
            return status.phase == .open ? .wait(status) : .collect(status)
        case .collected: return .rest
        }
    }

    /// Whether the provider may still answer its requests.
    var isOpen: Bool { record.stage != .collected }

    /// The batch as a summary shows it.
    var entry: BatchSummary.Entry {
        let state: String
        switch record.stage {
        case .intended: state = "not sent yet"
        case .uploaded: state = "its requests are uploaded"
        case .created: state = status.map(Self.text) ?? "sent"
        case .collected: state = [record.books.text, record.note].filter { !$0.isEmpty }.joined(separator: "; ")
        }
        return BatchSummary.Entry(
            number: record.number,
            block: record.block,
            id: record.batch,
            requests: record.label.requests,
            state: state,
            isOpen: isOpen
        )
    }

    private static func text(_ status: BatchStatus) -> String {
        guard status.total > 0 else { return status.word }
        return "\(status.word), \(status.answered) of \(status.total) answered"
            + (status.failed > 0 ? ", \(status.failed) failed" : "")
    }

    /// Notes that the provider has the requests, under a name where it keeps them as a file.
    mutating func uploaded(_ file: String?) {
        record.file = file ?? ""
        record.stage = .uploaded
    }

    /// Notes what a search has found.
    ///
    /// - Parameters:
    ///   - candidates: batches that may be this one, oldest first.
    ///   - taken: names of batches that are others.
    mutating func found(_ candidates: [BatchStatus], taken: Set<String>) {
        hasSearched = true
        let own = candidates.first { !taken.contains($0.id) && !record.foreign.contains($0.id) }
        guard let own else { return }
        record.batch = own.id
        record.isConfirmed = own.metadata != nil
        record.stage = .created
        take(own)
    }

    /// Notes that the batch was created.
    mutating func created(_ status: BatchStatus) {
        record.batch = status.id
        record.isConfirmed = true
        record.stage = .created
        take(status)
    }

    /// Notes that the provider has lost the file of requests.
    mutating func lostFile() {
        record.file = ""
        record.stage = .intended
    }

    /// Notes how the batch is doing; nil if the provider knows it no more.
    mutating func saw(_ status: BatchStatus?) {
        guard let status else {
            return release("the provider knows it no more, so that its requests are asked, and paid for, again.")
        }
        take(status)
    }

    /// Notes what reading the results came to.
    mutating func collected(_ tally: BatchTally, _ status: BatchStatus) {
        if tally.isForeign {
            record.foreign.append(record.batch)
            record.batch = ""
            record.stage = .uploaded
            self.status = nil
            hasSearched = false
            return
        }
        record.isConfirmed = true
        record.books = tally.books
        record.stage = .collected
        refusal = tally.refusal
        if let refused = tally.refusal {
            record.note = "requests are refused: \(refused)"
        } else if !tally.isWhole {
            record.note = "results are gone, so that their requests are asked, and paid for, again."
        } else if status.word != "completed", status.word != "ended" {
            record.note = "it is \(status.word)."
        }
    }

    /// Gives the batch up: all its requests are open again.
    mutating func release(_ note: String) {
        record.note = note
        record.books = BatchBooks()
        record.books.again = record.label.requests
        record.stage = .collected
    }

    /// Gives the batch up because the provider refuses it, which somebody has to mend.
    mutating func refuse(_ words: String) {
        release("the provider refuses it: \(words)")
        refusal = words
    }

    private mutating func take(_ status: BatchStatus) {
        self.status = status
        guard status.phase == .failed else { return }
        let words = status.problems.map { problem in
            let line = problem.line.map { ", line \($0)" } ?? ""
            return "\(problem.message) (\(problem.code)\(line))"
        }
        let text = words.isEmpty ? "it gives no reason." : words.prefix(3).joined(separator: " ")
        if !status.problems.isEmpty, status.problems.allSatisfy(\.passes) {
            release("too much is enqueued at the provider; its requests are sent again later: \(text)")
        } else {
            refuse(text)
        }
    }
}
