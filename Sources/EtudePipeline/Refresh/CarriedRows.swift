import EtudeCore
import EtudePublish
import EtudeSample
import EtudeStore

/// The rows of a release, on their way into the next one byte for byte.
struct CarriedRows {
    /// The rows by cell, in their order; the next release adds its own behind them.
    let spools: [String: RowSpool]
    /// How many rows of each cell are carried on.
    let counts: [String: Int]

    /// Reads the rows of a release.
    ///
    /// - Parameters:
    ///   - series: the dataset so far.
    ///   - directory: the folder whose file system holds the rows meanwhile.
    /// - Throws: ``EtudeError`` with code `data` where the release is not what its manifest says, `io` where it cannot be read.
    init(_ series: Series, directory: String) throws(EtudeError) {
        var spools: [String: RowSpool] = [:]
        for record in series.manifest.shards {
            let name = "\(record.split)/k\(record.k)"
            if spools[name] == nil { spools[name] = try RowSpool(directory: directory) }
            let shard = try series.release.shard(record.path)
            while let line = try shard.next() { try spools[name]?.append(line: line.bytes) }
            let found = shard.record(split: record.split, k: record.k, path: record.path)
            guard found.uncompressedSHA256 == record.uncompressedSHA256 else {
                throw EtudeError(
                    .data,
                    "The shard is not what the manifest says; `etude verify` tells more. Restore the release before it is refreshed.",
                    at: Place(file: "\(series.release.folder)/\(record.path)")
                )
            }
        }
        self.spools = spools
        counts = spools.mapValues(\.count)
    }

    /// Visits every row in the decision order of a plan's cells.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - visit: takes each row with the index of its cell.
    /// - Throws: ``EtudeError`` with code `io`, or `data` for a line that holds no row; what `visit` throws.
    func forEachRow(
        of plan: PipelinePlan,
        _ visit: (Row, Int) throws(EtudeError) -> Void
    ) throws(EtudeError) {
        for planned in plan.cells {
            guard var lines = try spools[planned.cell.name]?.lines() else { continue }
            while let line = try lines.next() {
                let row: Row
                do {
                    row = try Row(json: try JSONParser.parse(line.text))
                } catch {
                    throw EtudeError(.data, "A row of \(planned.cell.name) that is carried on cannot be read: \(error)")
                }
                try visit(row, planned.cell.index)
            }
        }
    }
}
