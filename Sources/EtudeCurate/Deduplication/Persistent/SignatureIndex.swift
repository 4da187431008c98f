public import EtudeCore

/// The texts of published releases, searched for one that a further text duplicates (``TextComparison``).
///
/// It finds what a ``DuplicateIndex`` of the same texts finds. Held in memory are the hashes and the places of the rows,
/// at the defaults about 250 bytes a row; a text is read from its segment only to be compared.
public struct SignatureIndex: Sendable {
    private let comparison: TextComparison
    private var tables: KeyTables
    /// The segments, each with the entry of its first row.
    private var segments: [(first: Int, file: any SegmentFile)] = []
    private var places: [SegmentReader.Place] = []

    /// An empty index.
    ///
    /// - Parameter comparison: when texts are near.
    public init(_ comparison: TextComparison) {
        self.comparison = comparison
        tables = KeyTables(columns: comparison.columns)
    }

    /// How many rows it holds.
    public var count: Int { places.count }

    /// Adds the rows of a segment; its file is kept open.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - header: what the segment should be bound to.
    /// - Returns: what keeps the file from being that segment, after which the index is worth nothing; else nil.
    /// - Throws: ``EtudeError`` with code `io`.
    public mutating func load(_ file: any SegmentFile, expecting header: SegmentHeader) throws(EtudeError)
        -> SegmentFlaw?
    {
        segments.append((places.count, file))
        let reader = SegmentReader(file, expecting: header, comparison: comparison)
        return try reader.read { place, keys in
            tables.insert(UInt32(places.count), under: keys)
            places.append(place)
        }
    }

    /// The row that a text duplicates: of several the first, whatever the rule.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    public func match(for text: String) throws(EtudeError) -> DuplicateMatch? {
        let candidates = tables.candidates(for: comparison.keys(of: text.utf8.span))
        guard !candidates.isEmpty else { return nil }
        let folded = comparison.fold(text.utf8.span)
        for candidate in candidates {
            let (id, kept) = try row(Int(candidate))
            guard let likeness = comparison.likeness(of: folded, to: comparison.fold(kept.span)) else { continue }
            return DuplicateMatch(keptID: id, similarity: likeness.similarity, rule: likeness.rule)
        }
        return nil
    }

    private func row(_ entry: Int) throws(EtudeError) -> (id: String, text: [UInt8]) {
        let place = places[entry]
        let count = Int(place.id) + Int(place.text)
        let bytes = try segments.last { $0.first <= entry }?.file.read(at: place.offset, count: count) ?? []
        guard bytes.count == count else {
            throw EtudeError(.io, "The near-duplicate index was changed while it was read. Call the command again.")
        }
        return (String(decoding: bytes.prefix(Int(place.id)), as: UTF8.self), Array(bytes.dropFirst(Int(place.id))))
    }
}
