public import EtudeCore

/// What a cell was given of its space by earlier releases of an epoch, and how far it has come.
public struct CellHistory: Sendable, Hashable {
    /// The cell, such as `train/k3`.
    public let cell: String
    /// The space that it draws from, such as `train/train/k3`.
    public let space: String
    /// The positions that are the cell's for ever, ascending.
    public let blocks: [Range<UInt128>]
    /// The positions that are decided, ascending; what lies between and may not stand in the cell belongs to them.
    public let decided: [Range<UInt128>]
    /// How many positions were decided: the number of the cell's next one.
    public let count: Int

    /// The history of a cell.
    public init(
        cell: String,
        space: String,
        blocks: [Range<UInt128>],
        decided: [Range<UInt128>],
        count: Int
    ) {
        self.cell = cell
        self.space = space
        self.blocks = blocks
        self.decided = decided
        self.count = count
    }

    /// The positions of the blocks that are not decided.
    var remaining: [Range<UInt128>] { Positions.difference(blocks, decided) }

    /// The history as a JSON object; numbers beyond what every reader of JSON keeps are texts.
    public var json: JSONValue {
        [
            "cell": .string(cell), "space": .string(space), "blocks": Positions.json(blocks),
            "decided": Positions.json(decided), "count": .int(count),
        ]
    }

    /// Reads what ``json`` makes.
    ///
    /// - Parameter json: the object.
    /// - Throws: ``EtudeError`` with code `data` naming the key that is wrong.
    public init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        self.init(
            cell: try reader.string("cell"),
            space: try reader.string("space"),
            blocks: try Positions.ranges(try reader.strings("blocks")),
            decided: try Positions.ranges(try reader.strings("decided")),
            count: try reader.int("count")
        )
        try reader.refuseOtherKeys()
    }
}
