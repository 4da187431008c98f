import EtudeCore
import EtudeCurate

/// Decides which rows of a file are dropped, batch by batch.
struct RowDecider {
    /// Where a row stands in the file.
    private struct Place {
        let offset: Int
        let count: UInt32
        let line: UInt32
    }

    private let file: RowFile
    private let fields: RowFields
    private let comparison: TextComparison
    private let slices: ParallelSlices
    private let explains: Bool
    private var index: KeptRowIndex
    /// The rows by their entries in the index.
    private var places: [Place] = []

    /// A decider that has kept nothing yet.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - fields: what its rows hold.
    ///   - comparison: when texts are near.
    ///   - explains: whether the matches say more than the rule.
    ///   - threads: how many parts of the work may go on at the same time.
    init(
        _ file: RowFile,
        _ fields: RowFields,
        _ comparison: TextComparison,
        explains: Bool,
        threads: Int
    ) {
        self.file = file
        self.fields = fields
        self.comparison = comparison
        // A row that is compared takes longer than one that is read.
        slices = ParallelSlices(of: 32, width: threads)
        self.explains = explains
        index = KeptRowIndex(columns: comparison.columns, shards: threads)
    }

    /// The matches of a batch's rows, in order; nil for a row that is kept.
    ///
    /// - Throws: ``EtudeError`` with code `io` where the file cannot be read again.
    mutating func matches(for batch: KeyedBatch) async throws -> [RowMatch?] {
        let rows = batch.rows
        let candidates = await index.candidates(for: batch.keyed, rows: rows.rows.count)
        let found = try await matchesInIndex(candidates, rows)
        let matches = try BatchDecision.matches(candidates, inIndex: found) { row, kept in
            let row = try fields.row(rows, row)
            return match(row, fold(row), try fields.row(rows, kept))
        }
        for place in rows.rows {
            let (count, line) = (UInt32(place.range.count), UInt32(truncatingIfNeeded: place.line))
            places.append(Place(offset: place.offset, count: count, line: line))
        }
        await index.settle(batch.keyed, where: matches.map { $0 == nil })
        return matches
    }

    /// Compares the rows that may be near to kept ones with these, which are read again.
    private func matchesInIndex(_ candidates: BatchCandidates, _ batch: RowBatch) async throws -> [RowMatch?] {
        var matches = [RowMatch?](repeating: nil, count: batch.rows.count)
        let found = try await slices.map(candidates.rows.count) { [self] slice in
            try candidates.rows[slice].map { candidate -> RowMatch? in
                let row = try fields.row(batch, candidate.row)
                let folded = fold(row)
                for entry in candidate.entries {
                    let place = places[entry]
                    let count = Int(place.count)
                    let bytes = try file.read(at: place.offset, count: count)
                    let kept = try fields.row(bytes, 0..<count, line: Int(place.line))
                    if let match = match(row, folded, kept) { return match }
                }
                return nil
            }
        }
        for (candidate, match) in zip(candidates.rows, found.joined()) { matches[candidate.row] = match }
        return matches
    }

    private func fold(_ row: RowFields.Row) -> ComparedText {
        row.withText { comparison.fold($0) }
    }

    private func match(_ row: RowFields.Row, _ folded: ComparedText, _ kept: RowFields.Row) -> RowMatch? {
        guard row.groupBytes == kept.groupBytes else { return nil }
        let foldedKept = fold(kept)
        guard let likeness = comparison.likeness(of: folded, to: foldedKept) else { return nil }
        guard explains else { return RowMatch(likeness: likeness, explanation: nil) }
        let explanation = RowMatch.Explanation(
            id: fields.id(of: row),
            kept: fields.id(of: kept),
            shared: comparison.shared(folded, with: foldedKept)
        )
        return RowMatch(likeness: likeness, explanation: explanation)
    }
}
