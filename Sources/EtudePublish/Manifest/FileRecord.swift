public import EtudeCore

/// What a manifest says of a file that is no shard.
public struct FileRecord: Sendable, Hashable {
    /// The path inside the release.
    public let path: String
    /// The size, in bytes.
    public let bytes: Int
    /// SHA-256 of the file, in hexadecimal.
    public let sha256: String

    /// A record with its values.
    public init(path: String, bytes: Int, sha256: String) {
        self.path = path
        self.bytes = bytes
        self.sha256 = sha256
    }

    /// The record of some bytes.
    public init(path: String, content: [UInt8]) {
        self.init(path: path, bytes: content.count, sha256: SHA256.digest(of: content).hex)
    }

    /// Whether the file follows from plan and answers alone and so belongs into the release's digest.
    public var isDigested: Bool {
        ["certificate.json", "pipeline.yaml", "catalog.jsonl"].contains(path) || path.hasPrefix("templates/")
    }

    /// The record as a JSON object.
    public var json: JSONValue {
        ["path": .string(path), "bytes": .int(bytes), "sha256": .string(sha256)]
    }

    /// Reads a record from the object that ``json`` makes.
    ///
    /// - Parameter json: the object.
    /// - Throws: ``EtudeError`` with code `data` naming the key that is wrong.
    public init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        self.init(
            path: try reader.string("path"),
            bytes: try reader.int("bytes"),
            sha256: try reader.string("sha256")
        )
        try reader.refuseOtherKeys()
    }
}
