public import EtudeCore

/// How many rows of a cell were asked for, and how many the release holds.
public struct CellCount: Sendable, Hashable {
    /// The split.
    public let split: String
    /// How many skills a row shows.
    public let k: Int
    /// The rows asked for.
    public let asked: Int
    /// The rows that the release holds, those carried on from earlier releases among them.
    public let accepted: Int

    /// The count of a cell.
    public init(split: String, k: Int, asked: Int, accepted: Int) {
        self.split = split
        self.k = k
        self.asked = asked
        self.accepted = accepted
    }

    /// The count as a JSON object.
    public var json: JSONValue {
        ["split": .string(split), "k": .int(k), "asked": .int(asked), "accepted": .int(accepted)]
    }

    /// Reads a count from the object that ``json`` makes.
    ///
    /// - Parameter json: the object.
    /// - Throws: ``EtudeError`` with code `data` naming the key that is wrong.
    public init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        self.init(
            split: try reader.string("split"),
            k: try reader.int("k"),
            asked: try reader.int("asked"),
            accepted: try reader.int("accepted")
        )
        try reader.refuseOtherKeys()
    }
}
