import EtudeCore

/// What became of the requests of a batch: requests = answered + failed + again.
struct BatchBooks: Sendable, Hashable {
    /// Requests whose answers are in the journal.
    var answered = 0
    /// Requests that have failed for good.
    var failed = 0
    /// Requests that are open again: not tried, or failed in a way that passes.
    var again = 0
    /// Results for requests that are not of this batch.
    var unknown = 0
    /// Results for requests that had one already.
    var duplicate = 0

    var json: JSONValue {
        [
            "answered": .int(answered), "failed": .int(failed), "again": .int(again), "unknown": .int(unknown),
            "duplicate": .int(duplicate),
        ]
    }

    /// The figures that are not zero, in words.
    var text: String {
        let parts = [
            (answered, "answered"), (failed, "failed for good"), (again, "to be asked again"),
            (unknown, "results of other requests ignored"), (duplicate, "second results ignored"),
        ]
        return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }

    init() {}

    init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        answered = try reader.int("answered")
        failed = try reader.int("failed")
        again = try reader.int("again")
        unknown = try reader.int("unknown")
        duplicate = try reader.int("duplicate")
        try reader.refuseOtherKeys()
    }
}
