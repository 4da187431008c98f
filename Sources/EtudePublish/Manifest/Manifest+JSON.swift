public import EtudeCore

extension Manifest {
    /// The manifest as a JSON object with keys in their fixed order.
    public var json: JSONValue {
        let start: [JSONMember] = [
            JSONMember("version", .int(Self.version)),
            JSONMember("release", .int(release)),
            JSONMember("name", .string(name)),
            JSONMember("digest", .string(digest)),
            JSONMember("plan_hash", .string(planHash)),
            JSONMember("tool_version", .string(toolVersion)),
            JSONMember("created_at", .string(createdAt)),
        ]
        let counted: [JSONMember] = [
            JSONMember("complete", .bool(isComplete)),
            JSONMember("compression", .string(compression)),
            JSONMember("models", .array(models.map(\.json))),
            JSONMember("cost", cost),
            JSONMember("counts", .array(counts.map(\.json))),
            JSONMember("books", .array(books.map(\.json))),
        ]
        let end: [JSONMember] = [
            JSONMember("sets", .array(sets.map(\.json))),
            JSONMember("shards", .array(shards.map(\.json))),
            JSONMember("rejected", .array(rejected.map(\.json))),
            JSONMember("files", .array(files.map(\.json))),
        ]
        let sources = sources.isEmpty ? [] : [JSONMember("sources", .array(sources.map(\.json)))]
        let optional = [("judging", judging?.json), ("frequency", frequency?.json)].compactMap { key, value in
            value.map { JSONMember(key, $0) }
        }
        let elapsed = elapsedMilliseconds.map { [JSONMember("elapsed_milliseconds", .int($0))] } ?? []
        return .object(start + elapsed + counted + sources + optional + end)
    }

    /// The bytes of `manifest.json`, indented for people.
    public var bytes: [UInt8] { Array((json.indentedText() + "\n").utf8) }

    /// Reads a manifest from the object that ``json`` makes.
    ///
    /// - Parameter json: the object.
    /// - Throws: ``EtudeError`` with code `data` naming the key that is wrong, or the unknown version.
    public init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        let version = try reader.int("version")
        guard version == Self.version else {
            throw EtudeError(.data, "The manifest has version \(version); this program reads version \(Self.version).")
        }
        self.init(
            release: try reader.int("release"),
            name: try reader.string("name"),
            planHash: try reader.string("plan_hash"),
            toolVersion: try reader.string("tool_version"),
            createdAt: try reader.string("created_at"),
            isComplete: try reader.bool("complete"),
            compression: try reader.string("compression"),
            models: try Self.list(try reader.array("models"), ModelRecord.init(json:)),
            cost: try reader.value("cost"),
            counts: try Self.list(try reader.array("counts"), CellCount.init(json:)),
            books: try Self.list(try reader.array("books"), CellBooks.init(json:))
        )
        digest = try reader.string("digest")
        sources = reader.has("sources") ? try Self.list(try reader.array("sources"), SourceRecord.init(json:)) : []
        elapsedMilliseconds = reader.has("elapsed_milliseconds") ? try reader.int("elapsed_milliseconds") : nil
        judging = reader.has("judging") ? try JudgingRecord(json: try reader.value("judging")) : nil
        frequency = reader.has("frequency") ? try FrequencyRecord(json: try reader.value("frequency")) : nil
        sets = try Self.list(try reader.array("sets"), SetRecord.init(json:))
        shards = try Self.list(try reader.array("shards"), ShardRecord.init(json:))
        rejected = try Self.list(try reader.array("rejected"), ShardRecord.init(json:))
        files = try Self.list(try reader.array("files"), FileRecord.init(json:))
        try reader.refuseOtherKeys()
    }

    private static func list<Element>(
        _ elements: [JSONValue],
        _ read: (JSONValue) throws(EtudeError) -> Element
    ) throws(EtudeError) -> [Element] {
        var list: [Element] = []
        for element in elements { list.append(try read(element)) }
        return list
    }
}
