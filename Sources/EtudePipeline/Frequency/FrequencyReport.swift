public import EtudeCore
import EtudeStore

/// How often a corpus names each skill and topic of a catalog.
public struct FrequencyReport: Sendable, Hashable {
    /// The version of the format.
    private static let version = 1

    /// How often one entry is named.
    public struct Entry: Sendable, Hashable {
        /// The skill's or topic's id.
        public let id: String
        /// Its name; empty where the report was read from a file.
        public let name: String
        /// How many documents name it.
        public let documents: Int
        /// How many of its names stand in all documents, without overlap.
        public let occurrences: Int
    }

    /// SHA-256 of the catalog's ids and names, in hexadecimal.
    public let catalog: String
    /// How many documents were read.
    public let documents: Int
    /// How many bytes were read, expanded.
    public let bytes: Int
    /// The skills, in the catalog's order.
    public let skills: [Entry]
    /// The topics, in the catalog's order.
    public let topics: [Entry]

    init(_ tally: FrequencyTally, of entries: NamedEntries, bytes: Int) {
        func entry(_ id: String, _ name: String, _ index: Int) -> Entry {
            Entry(id: id, name: name, documents: tally.naming[index], occurrences: tally.occurrences[index])
        }
        catalog = entries.digest
        documents = tally.documents
        self.bytes = bytes
        skills = entries.skills.enumerated().map { entry($1.id, $1.name, $0) }
        topics = entries.topics.enumerated().map { entry($1.id, $1.name, entries.skills.count + $0) }
    }

    /// The share of documents that name an entry; 0 where none was read.
    public func share(of entry: Entry) -> Double {
        documents == 0 ? 0 : Double(entry.documents) / Double(documents)
    }
}

extension FrequencyReport {
    /// The report as JSON, which ``read(_:)`` reads.
    public var json: JSONValue {
        [
            "version": .int(Self.version),
            "catalog": .string(catalog),
            "documents": .int(documents),
            "bytes": .int(bytes),
            "skills": .array(skills.map(\.json)),
            "topics": .array(topics.map(\.json)),
        ]
    }

    /// Writes the report as JSON into a file; `-` is standard output.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    public func write(to path: String) throws(EtudeError) {
        let file = try UserFileWriter(path)
        try file.write(Array((json.canonicalText + "\n").utf8))
        try file.finish()
    }

    /// Reads a report that ``write(to:)`` wrote.
    ///
    /// - Throws: ``EtudeError`` with code `io` for a file that cannot be read, `data` for one that is no report.
    public static func read(_ path: String) throws(EtudeError) -> FrequencyReport {
        try FrequencyReport(bytes: try RealFileSystem().read(path), path: path)
    }

    init(bytes: [UInt8], path: String) throws(EtudeError) {
        do {
            try self.init(json: try JSONParser.parse(bytes))
        } catch {
            let reason = (error as? EtudeError)?.message ?? "It is \(error)."
            throw EtudeError(
                .data,
                "This is no report of `etude catalog frequency`. \(reason)",
                at: Place(file: path)
            )
        }
    }

    private init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        let version = try reader.int("version")
        guard version == Self.version else {
            throw EtudeError(.data, "It has version \(version); this program reads version \(Self.version).")
        }
        catalog = try reader.string("catalog")
        documents = try reader.int("documents")
        bytes = try reader.int("bytes")
        skills = try Self.entries(try reader.array("skills"), documents)
        topics = try Self.entries(try reader.array("topics"), documents)
        try reader.refuseOtherKeys()
    }

    private static func entries(_ elements: [JSONValue], _ documents: Int) throws(EtudeError) -> [Entry] {
        var entries: [Entry] = []
        for element in elements {
            let entry = try Entry(json: element)
            guard (0...max(0, documents)).contains(entry.documents) else {
                throw EtudeError(.data, "Of \(documents) documents \(entry.documents) cannot name \"\(entry.id)\".")
            }
            entries.append(entry)
        }
        return entries
    }
}

extension FrequencyReport.Entry {
    fileprivate var json: JSONValue {
        ["id": .string(id), "documents": .int(documents), "occurrences": .int(occurrences)]
    }

    fileprivate init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        id = try reader.string("id")
        name = ""
        documents = try reader.int("documents")
        occurrences = try reader.int("occurrences")
        try reader.refuseOtherKeys()
    }
}
