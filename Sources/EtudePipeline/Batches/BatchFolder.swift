import EtudeCore
import EtudeModel
import EtudeStore

/// The folder of a dataset's batches: for each a small state, and the requests until it is collected.
struct BatchFolder: Sendable {
    let path: String
    let files: any FileSystem

    /// The states of all batches, in their order.
    func records() throws(EtudeError) -> [BatchRecord] {
        guard try files.exists(path) else { return [] }
        var records: [BatchRecord] = []
        for name in try files.list(path) where name.hasSuffix(".json") {
            records.append(try record("\(path)/\(name)"))
        }
        return records.sorted { $0.number < $1.number }
    }

    /// Removes what an earlier process left half done; only the process that holds the lock of the output folder may.
    ///
    /// - Parameter records: the states of all batches.
    /// - Throws: ``EtudeError`` with code `io`.
    func tidy(keeping records: [BatchRecord]) throws(EtudeError) {
        guard try files.exists(path) else { return }
        // Requests without a state were never sent; requests of a collected batch have served.
        let needed = Set(records.filter { $0.stage != .collected }.map { "\(Self.name($0.number)).jsonl" })
        for name in try files.list(path)
        where name.hasSuffix(".partial") || (name.hasSuffix(".jsonl") && !needed.contains(name)) {
            try files.remove("\(path)/\(name)")
        }
    }

    /// Replaces a batch's state.
    func save(_ record: BatchRecord) throws(EtudeError) {
        let text = record.json.canonicalText + "\n"
        try AtomicFile.write(Array(text.utf8), to: "\(path)/\(Self.name(record.number)).json", in: files)
    }

    /// Removes the requests of a batch.
    func removeRequests(of record: BatchRecord) throws(EtudeError) {
        let file = requestsPath(record.number)
        guard try files.exists(file) else { return }
        try files.remove(file)
    }

    /// Begins the requests of a new batch.
    func spool(number: Int) throws(EtudeError) -> BatchSpool {
        try files.makeDirectory(path)
        return try BatchSpool(
            partial: "\(path)/.\(Self.name(number)).jsonl.partial",
            path: requestsPath(number),
            folder: path,
            files: files
        )
    }

    /// Begins to read the requests of a batch.
    func items(of record: BatchRecord) throws(EtudeError) -> BatchItemReader {
        try BatchItemReader(path: requestsPath(record.number), files: files)
    }

    /// The requests of a batch, for its provider.
    func requests(of record: BatchRecord) -> BatchRequests {
        BatchRequests(digest: record.label.digest) {
            let reader = try items(of: record)
            return { try reader.next().map { BatchRequest(customID: $0.customID, body: $0.body) } }
        }
    }

    private func requestsPath(_ number: Int) -> String { "\(path)/\(Self.name(number)).jsonl" }

    private func record(_ file: String) throws(EtudeError) -> BatchRecord {
        do {
            return try BatchRecord(json: try JSONParser.parse(try files.read(file)))
        } catch let error as EtudeError where error.code == .io {
            throw error
        } catch {
            let reason = (error as? EtudeError)?.message ?? "The state of the batch is \(error)."
            throw EtudeError(
                .data,
                "\(reason) Put back a copy, or remove it to give its batch up.",
                at: Place(file: file)
            )
        }
    }

    private static func name(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

/// Reads the requests of a batch from its file.
final class BatchItemReader {
    private let path: String
    private var lines: LineReader

    init(path: String, files: any FileSystem) throws(EtudeError) {
        self.path = path
        lines = try LineReader(path: path, in: files)
    }

    /// The next request; nil after the last.
    func next() throws(EtudeError) -> BatchItem? {
        guard let line = try lines.next() else { return nil }
        do {
            return try BatchItem(json: try JSONParser.parse(line.text))
        } catch {
            let reason = (error as? EtudeError)?.message ?? "The line is \(error)."
            throw EtudeError(.data, reason, at: Place(file: path, line: line.number))
        }
    }
}
