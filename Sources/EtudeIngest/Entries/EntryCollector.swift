public import EtudeCore

/// Takes what a reader finds: entries, and what it leaves out, with the reason.
public struct EntryCollector: Sendable {
    /// What was left out for one reason.
    public struct Skip: Sendable, Hashable {
        /// Why, as the end of a sentence that begins with "Skipped 3 entries:".
        public let reason: String
        /// Where the first of them stands.
        public let first: Place
        /// How many there are.
        public internal(set) var count: Int
    }

    /// The entries, in the order of the source.
    public private(set) var entries: [CatalogEntry] = []
    /// What was left out, in the order in which each reason first occurred.
    public private(set) var skips: [Skip] = []

    /// A collector that holds nothing yet.
    public init() {}

    /// Takes an entry.
    public mutating func take(_ entry: CatalogEntry) { entries.append(entry) }

    /// Notes an entry that is left out.
    ///
    /// - Parameters:
    ///   - reason: why, one of few fixed phrases, such as "no label in the language \"en\"".
    ///   - place: where it stands.
    public mutating func skip(_ reason: String, at place: Place) { skips.count(reason, at: place) }

    /// How many entries the source holds, those left out included.
    public var total: Int { entries.count + skips.reduce(0) { $0 + $1.count } }
}

extension [EntryCollector.Skip] {
    /// Counts one more that is left out.
    mutating func count(_ reason: String, at place: Place) {
        if let index = firstIndex(where: { $0.reason == reason }) {
            self[index].count += 1
        } else {
            append(EntryCollector.Skip(reason: reason, first: place, count: 1))
        }
    }
}
