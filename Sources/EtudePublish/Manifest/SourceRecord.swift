public import EtudeCore

/// What a manifest says of a source of the catalog: the file, what became of its entries, and their licences.
public struct SourceRecord: Sendable, Hashable {
    /// A text with the number of entries that carry it.
    public struct Share: Sendable, Hashable {
        /// The licence, or the file or address; empty where nobody said.
        public let text: String
        /// How many entries carry it.
        public let entries: Int

        /// A text with its number of entries.
        public init(text: String, entries: Int) {
            self.text = text
            self.entries = entries
        }
    }

    /// The most origins that are named.
    public static let mostOrigins = 20

    /// What it gives: `skills` or `topics`.
    public let part: String
    /// The source as the pipeline file has it.
    public let name: String
    /// The kind of file, such as `skos`.
    public let kind: String
    /// SHA-256 of the file, in hexadecimal; empty for the shipped catalog, which the tool's version fixes.
    public let sha256: String
    /// How many entries it holds.
    public let entries: Int
    /// How many were merged into entries of this source or one before it.
    public let merged: Int
    /// Why entries were left out, with their number.
    public let skipped: [Share]
    /// How many of its entries in the catalog a model proposed and nobody reviewed.
    public let unreviewed: Int
    /// The licences of its entries in the catalog, in the order of their texts.
    public let licenses: [Share]
    /// Where its entries in the catalog were first taken from, those of most entries first.
    public let origins: [Share]
    /// When, how and from where the file was fetched, in the user's words.
    public let retrieved: String

    /// A record of a source.
    ///
    /// - Parameters:
    ///   - part: `skills` or `topics`.
    ///   - name: the source as the pipeline file has it.
    ///   - kind: the kind of file.
    ///   - sha256: of the file.
    ///   - entries: how many it holds.
    ///   - merged: how many were merged into others.
    ///   - skipped: those left out, by reason.
    ///   - unreviewed: how many nobody reviewed.
    ///   - licenses: the entries by licence.
    ///   - origins: the entries by origin; the commonest are kept.
    ///   - retrieved: when, how and from where it was fetched.
    public init(
        part: String,
        name: String,
        kind: String,
        sha256: String,
        entries: Int,
        merged: Int,
        skipped: [Share],
        unreviewed: Int,
        licenses: [Share],
        origins: [Share],
        retrieved: String
    ) {
        self.part = part
        self.name = name
        self.kind = kind
        self.sha256 = sha256
        self.entries = entries
        self.merged = merged
        self.skipped = skipped
        self.unreviewed = unreviewed
        self.licenses = licenses
        self.origins = Array(origins.prefix(Self.mostOrigins))
        self.retrieved = retrieved
    }

    /// The record as a JSON object.
    public var json: JSONValue {
        [
            "of": .string(part),
            "name": .string(name),
            "kind": .string(kind),
            "sha256": .string(sha256),
            "entries": .int(entries),
            "merged": .int(merged),
            "skipped": Self.json(skipped, "reason"),
            "unreviewed": .int(unreviewed),
            "licenses": Self.json(licenses, "license"),
            "origins": Self.json(origins, "origin"),
            "retrieved": .string(retrieved),
        ]
    }

    /// Reads a record from the object that ``json`` makes.
    ///
    /// - Parameter json: the object.
    /// - Throws: ``EtudeError`` with code `data` naming the key that is wrong.
    public init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        self.init(
            part: try reader.string("of"),
            name: try reader.string("name"),
            kind: try reader.string("kind"),
            sha256: try reader.string("sha256"),
            entries: try reader.int("entries"),
            merged: try reader.int("merged"),
            skipped: try Self.shares(try reader.array("skipped"), "reason"),
            unreviewed: try reader.int("unreviewed"),
            licenses: try Self.shares(try reader.array("licenses"), "license"),
            origins: try Self.shares(try reader.array("origins"), "origin"),
            retrieved: try reader.string("retrieved")
        )
        try reader.refuseOtherKeys()
    }

    private static func json(_ shares: [Share], _ key: String) -> JSONValue {
        .array(shares.map { .object([JSONMember(key, .string($0.text)), JSONMember("entries", .int($0.entries))]) })
    }

    private static func shares(_ elements: [JSONValue], _ key: String) throws(EtudeError) -> [Share] {
        var shares: [Share] = []
        for element in elements {
            var reader = RecordReader(element)
            shares.append(Share(text: try reader.string(key), entries: try reader.int("entries")))
            try reader.refuseOtherKeys()
        }
        return shares
    }
}
