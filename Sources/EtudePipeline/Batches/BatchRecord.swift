import EtudeCore
import EtudeModel

/// What the disk remembers of one batch.
struct BatchRecord: Sendable, Hashable {
    /// How far the batch has come, each step written down before the next is taken.
    enum Stage: String, Sendable, CaseIterable {
        /// Its requests are on disk.
        case intended
        /// The provider has its requests, where it takes them apart from the batch.
        case uploaded
        /// The provider has the batch.
        case created
        /// Nothing is to be had from it any more; every answer is in the journal.
        case collected
    }

    static let version = 1

    /// The number of the batch in its folder, from 1.
    let number: Int
    /// The model block that asks.
    let block: String
    /// The name that journal keys carry.
    let model: String
    /// Where the batch is sent.
    let service: String
    /// By what it is found again.
    let label: BatchLabel
    /// How far it has come.
    var stage = Stage.intended
    /// The provider's name for the file of requests; empty for none.
    var file = ""
    /// The provider's name for the batch; empty for none.
    var batch = ""
    /// Whether the batch is surely this one; one that was found by time and number alone is not, before its results are read.
    var isConfirmed = false
    /// Batches that looked like this one and turned out to be somebody else's.
    var foreign: [String] = []
    /// What became of its requests, when it is collected.
    var books = BatchBooks()
    /// A sentence about how it ended, where it ended badly.
    var note = ""

    init(number: Int, block: String, model: String, service: String, label: BatchLabel) {
        self.number = number
        self.block = block
        self.model = model
        self.service = service
        self.label = label
    }

    /// What a person reads of it first.
    var title: String {
        let name = batch.isEmpty ? "" : ", \(batch)"
        return "Batch \(number) (\(block)\(name), \(label.requests) requests)"
    }

    var json: JSONValue {
        [
            "version": .int(Self.version), "number": .int(number), "block": .string(block), "model": .string(model),
            "service": .string(service), "run": .string(label.run), "requests": .int(label.requests),
            "requests_sha256": .string(label.digest), "intended_at": .int(label.intendedAt),
            "stage": .string(stage.rawValue), "file": .string(file), "batch": .string(batch),
            "confirmed": .bool(isConfirmed), "foreign": .array(foreign.map(JSONValue.string)), "books": books.json,
            "note": .string(note),
        ]
    }

    init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        guard try reader.int("version") == Self.version else {
            throw EtudeError(.data, "The state of the batch is of another version of etude; use that one.")
        }
        number = try reader.int("number")
        block = try reader.string("block")
        model = try reader.string("model")
        service = try reader.string("service")
        label = BatchLabel(
            run: try reader.string("run"),
            digest: try reader.string("requests_sha256"),
            requests: try reader.int("requests"),
            intendedAt: try reader.int("intended_at")
        )
        let word = try reader.string("stage")
        guard let stage = Stage(rawValue: word) else {
            throw EtudeError(.data, "The key \"stage\" holds the unknown word \"\(word)\".")
        }
        self.stage = stage
        file = try reader.string("file")
        batch = try reader.string("batch")
        isConfirmed = try reader.bool("confirmed")
        foreign = try reader.strings("foreign")
        books = try BatchBooks(json: try reader.value("books"))
        note = try reader.string("note")
        try reader.refuseOtherKeys()
    }
}
