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

    /// The kind of file that was read; nil before it is known.
    public internal(set) var kind: CatalogKind?
    /// What a person should know of the reading, such as columns that nothing read.
    public private(set) var notes: [Diagnostic] = []

    /// The most entries that one source may have.
    public static let maximumEntries = 500_000
    private let maximumEntries: Int

    /// A collector that holds nothing yet.
    public init() {
        self.init(maximumEntries: Self.maximumEntries)
    }

    /// A collector that takes so many entries.
    init(maximumEntries: Int) {
        self.maximumEntries = maximumEntries
    }

    /// Takes an entry.
    public mutating func take(_ entry: CatalogEntry) { entries.append(entry) }

    /// Notes an entry that is left out.
    ///
    /// - Parameters:
    ///   - reason: why, one of few fixed phrases, such as "no label in the language \"en\"".
    ///   - place: where it stands.
    public mutating func skip(_ reason: String, at place: Place) { skips.count(reason, at: place) }

    /// Notes what a person should know.
    public mutating func note(_ note: Diagnostic) { notes.append(note) }

    /// Changes every entry.
    mutating func update(_ change: (inout CatalogEntry) -> Void) {
        for index in entries.indices { change(&entries[index]) }
    }

    /// Refuses a source of too many entries; to be asked from time to time while it is read.
    ///
    /// - Parameter file: the source.
    /// - Throws: ``EtudeError`` with code `data`.
    func refuseExcess(in file: String) throws(EtudeError) {
        guard entries.count > maximumEntries else { return }
        throw EtudeError(
            .data,
            "A source may have at most \(maximumEntries) entries; split it.",
            at: Place(file: file, line: entries.last?.place.line)
        )
    }

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
