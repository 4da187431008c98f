import EtudeCore

/// Gives the rows at some places of a file, in the order of the places.
actor PlacedFeed: RowFeed {
    private let file: RowFile
    private let places: [RowBatch.Place]
    private let batchBytes: Int
    private var position = 0

    /// A feed of rows.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - places: where the rows stand.
    ///   - batchBytes: about how many bytes a batch has.
    init(_ file: RowFile, places: [RowBatch.Place], batchBytes: Int) {
        self.file = file
        self.places = places
        self.batchBytes = batchBytes
    }

    /// The next rows.
    func next() throws -> RowBatch? {
        guard position < places.count else { return nil }
        var batch = RowBatch(bytes: [], rows: [])
        repeat {
            var place = places[position]
            let first = batch.bytes.count
            batch.bytes += try file.read(at: place.offset, count: place.range.count)
            place.range = first..<batch.bytes.count
            batch.rows.append(place)
            position += 1
        } while position < places.count && batch.bytes.count < batchBytes
        return batch
    }
}
