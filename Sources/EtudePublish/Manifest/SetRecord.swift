public import EtudeCore

/// A set of a release.
public struct SetRecord: Sendable, Hashable {
    /// What it takes.
    public let spec: SetSpec
    /// How many rows it has.
    public let rows: Int
    /// The files with its copies of rows; none where it consists of whole shards of its split.
    public let shards: [ShardRecord]

    /// A set with its files.
    public init(spec: SetSpec, rows: Int, shards: [ShardRecord] = []) {
        self.spec = spec
        self.rows = rows
        self.shards = shards
    }

    /// The record as a JSON object; `asked` is 0 where the set takes all rows.
    public var json: JSONValue {
        [
            "name": .string(spec.name),
            "split": .string(spec.split),
            "k": .array(spec.k.map(JSONValue.int)),
            "asked": .int(spec.rows ?? 0),
            "rows": .int(rows),
            "shards": .array(shards.map(\.json)),
        ]
    }

    /// Reads a record from the object that ``json`` makes.
    ///
    /// - Parameter json: the object.
    /// - Throws: ``EtudeError`` with code `data` naming the key that is wrong.
    public init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        let asked = try reader.int("asked")
        spec = SetSpec(
            name: try reader.string("name"),
            split: try reader.string("split"),
            k: try reader.array("k").compactMap(\.int),
            rows: asked == 0 ? nil : asked
        )
        rows = try reader.int("rows")
        var shards: [ShardRecord] = []
        for shard in try reader.array("shards") { shards.append(try ShardRecord(json: shard)) }
        self.shards = shards
        try reader.refuseOtherKeys()
    }
}
