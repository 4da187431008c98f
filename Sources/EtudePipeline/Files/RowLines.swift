import EtudeCore

/// Lines that are to be written, each a JSON object.
struct RowLines: Sendable {
    /// What holds the lines.
    var bytes: [UInt8] = []
    /// Where they stand there, without line feeds.
    var ranges: [Range<Int>] = []

    /// Checks the rows of a batch.
    ///
    /// - Parameters:
    ///   - batch: the rows.
    ///   - file: where they come from.
    ///   - isCanonical: whether each is written anew, in canonical JSON, and not copied.
    ///   - slices: how rows are divided among tasks.
    /// - Returns: the lines in order, in one piece or several.
    /// - Throws: ``EtudeError`` with code `data` for the first line that is no JSON object.
    static func checked(
        _ batch: RowBatch,
        of file: RowFile,
        isCanonical: Bool,
        _ slices: ParallelSlices
    ) async throws -> [RowLines] {
        let scanner = JSONScanner(keys: [])
        let rewritten = try await slices.map(batch.rows.count) { slice in
            var lines = RowLines()
            for place in batch.rows[slice] {
                if isCanonical {
                    try lines.append(place, of: batch.bytes, file)
                } else {
                    _ = try file.members(scanner, in: batch.bytes, place.range, line: place.line)
                }
            }
            return lines
        }
        return isCanonical ? rewritten : [RowLines(bytes: batch.bytes, ranges: batch.rows.map(\.range))]
    }

    /// Adds a row in canonical JSON.
    private mutating func append(_ place: RowBatch.Place, of bytes: [UInt8], _ file: RowFile) throws(EtudeError) {
        let start = self.bytes.count
        let isObject: Bool
        do {
            isObject = try JSONScanner.appendCanonical(bytes, place.range, to: &self.bytes)
        } catch {
            throw file.notJSON(error, line: place.line)
        }
        guard isObject else { throw file.noObject(line: place.line) }
        ranges.append(start..<self.bytes.count)
    }
}
