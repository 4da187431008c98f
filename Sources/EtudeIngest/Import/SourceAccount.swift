/// What became of the entries of one source: each was taken into the catalog, merged into an entry of it, or skipped.
public struct SourceAccount: Sendable, Hashable {
    /// The source as the user wrote it.
    public let name: String
    /// The kind of file.
    public let kind: CatalogKind?
    /// When, how and from where it was fetched, in the user's words.
    public let retrieved: String
    /// How many entries it holds.
    public internal(set) var entries: Int
    /// How many of them became entries of the catalog.
    public internal(set) var taken = 0
    /// How many were merged into an entry of the catalog.
    public internal(set) var merged = 0
    /// Those left out, by reason.
    public internal(set) var skips: [EntryCollector.Skip]

    init(_ source: CatalogImport.Source) {
        name = source.name
        kind = source.collector.kind
        retrieved = source.retrieved
        entries = source.collector.total
        skips = source.collector.skips
    }

    /// How many entries were left out.
    public var skipped: Int { skips.reduce(0) { $0 + $1.count } }

    /// Whether every entry has one end.
    public var balances: Bool { entries == taken + merged + skipped }
}
