public import EtudeCore

/// Which skills and topics were dropped because a corpus names them too often.
public struct FrequencyRecord: Sendable, Hashable {
    /// A skill or topic that was dropped.
    public struct Entry: Sendable, Hashable {
        /// `skill` or `topic`.
        public var kind: String
        /// Its id.
        public var id: String
        /// Its name.
        public var name: String
        /// How many documents name it.
        public var documents: Int

        /// An entry with the documents that name it.
        public init(kind: String, id: String, name: String, documents: Int) {
            self.kind = kind
            self.id = id
            self.name = name
            self.documents = documents
        }
    }

    /// SHA-256 of the report, in hexadecimal.
    public var report: String
    /// How many documents the corpus has.
    public var documents: Int
    /// The share of documents from which on an entry was dropped.
    public var dropAbove: Double
    /// What was dropped, skills first, in the catalog's order.
    public var dropped: [Entry]

    /// What was dropped by a report.
    public init(report: String, documents: Int, dropAbove: Double, dropped: [Entry]) {
        self.report = report
        self.documents = documents
        self.dropAbove = dropAbove
        self.dropped = dropped
    }

    /// The share of documents that name an entry.
    public func share(of entry: Entry) -> Double { Double(entry.documents) / Double(max(1, documents)) }

    /// A share in percent, such as `7.2%`.
    public static func percent(_ share: Double) -> String { "\((share * 1_000).rounded() / 10)%" }

    /// The record as a JSON object.
    public var json: JSONValue {
        [
            "report_sha256": .string(report),
            "documents": .int(documents),
            "drop_above": .double(dropAbove),
            "dropped": .array(
                dropped.map { entry in
                    [
                        "kind": .string(entry.kind), "id": .string(entry.id), "name": .string(entry.name),
                        "documents": .int(entry.documents), "share": .double(share(of: entry)),
                    ]
                }
            ),
        ]
    }

    /// Reads a record from the object that ``json`` makes.
    ///
    /// - Parameter json: the object.
    /// - Throws: ``EtudeError`` with code `data` naming the key that is wrong.
    public init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        report = try reader.string("report_sha256")
        documents = try reader.int("documents")
        guard let dropAbove = try reader.value("drop_above").double else {
            throw EtudeError(.data, "The key \"drop_above\" should hold a number.")
        }
        self.dropAbove = dropAbove
        dropped = []
        for element in try reader.array("dropped") {
            var entry = RecordReader(element)
            dropped.append(
                Entry(
                    kind: try entry.string("kind"),
                    id: try entry.string("id"),
                    name: try entry.string("name"),
                    documents: try entry.int("documents")
                )
            )
            _ = try entry.value("share")
            try entry.refuseOtherKeys()
        }
        try reader.refuseOtherKeys()
    }
}
