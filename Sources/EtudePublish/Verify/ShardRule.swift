import EtudeCore
import EtudeFlow

/// Whether a gzipped JSONL file is what its record says, every line in canonical form.
struct ShardRule {
    let release: ReleaseReader
    let record: ShardRecord

    /// How many lines are examined at a time, and about how many bytes of them at most.
    private static let batch = (lines: 1024, bytes: 8 << 20)

    /// A line with all that was found in it by itself.
    private struct Examined<Row: Sendable>: Sendable {
        let line: ShardReader.Line
        let json: JSONValue?
        let row: Row?
        let findings: [Diagnostic]
    }

    /// Checks the file.
    ///
    /// - Parameters:
    ///   - examine: finds what of a line needs no other, on any thread.
    ///   - visit: takes the lines one after the other.
    /// - Returns: the findings, and the hash of the content where it could be read to the end.
    /// - Throws: ``EtudeError`` with code `io`, and what `visit` throws.
    func check<Row: Sendable>(
        examine: @Sendable (JSONValue) -> Row,
        visit: (ShardReader.Line, JSONValue, Row) throws(EtudeError) -> Void
    ) throws(EtudeError) -> (findings: [Diagnostic], hash: String?) {
        var findings: [Diagnostic] = []
        let shard = try release.shard(record.path)
        var flaw: EtudeError?
        var isRead = false
        while !isRead {
            var lines: [ShardReader.Line] = []
            var bytes = 0
            do {
                while lines.count < Self.batch.lines, bytes < Self.batch.bytes, !isRead {
                    if let line = try shard.next() { lines.append(line) } else { isRead = true }
                    bytes += lines.last?.bytes.count ?? 0
                }
            } catch {
                guard error.code == .data else { throw error }
                (flaw, isRead) = (error, true)
            }
            let examined = ConcurrentSlices.map(lines, size: 64) { line in
                guard let json = try? JSONParser.parse(line.bytes) else {
                    let finding = finding("canonical-json", "The line is not JSON.", record.path, line: line.number)
                    return Examined<Row>(line: line, json: nil, row: nil, findings: [finding])
                }
                return Examined(line: line, json: json, row: examine(json), findings: check(line, json))
            }
            for examined in examined {
                findings += examined.findings
                if let json = examined.json, let row = examined.row { try visit(examined.line, json, row) }
            }
        }
        if let flaw { return (findings + [finding("gzip", flaw.message, record.path)], nil) }
        let found = shard.record(split: record.split, k: record.k, path: record.path)
        if found.rows != record.rows {
            let message = "The file holds \(found.rows) rows; the manifest says \(record.rows)."
            findings.append(finding("row-count", message, record.path))
        }
        if (found.sha256, found.bytes) != (record.sha256, record.bytes) {
            findings.append(finding("shard-hash", "The file's hash or size is not the manifest's.", record.path))
        }
        let (content, wanted) = (found.uncompressedSHA256, record.uncompressedSHA256)
        if (content, found.uncompressedBytes) != (wanted, record.uncompressedBytes) {
            findings.append(finding("shard-hash", "The content's hash or size is not the manifest's.", record.path))
        }
        return (findings, content)
    }

    private func check(_ line: ShardReader.Line, _ json: JSONValue) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        if !line.isEnded || canonicalBytes(json) != line.bytes {
            findings.append(finding("canonical-json", "It is not canonical JSON.", record.path, line: line.number))
        }
        let isOfSplit = record.split.isEmpty || json["split"]?.string == record.split
        let isOfK = record.k == 0 || json["k"]?.int == record.k
        if !isOfSplit || !isOfK {
            findings.append(finding("shard-label", "The row is of another split or k.", record.path, line: line.number))
        }
        return findings
    }

    /// The bytes as the record's own type writes them, where the document is one.
    private func canonicalBytes(_ json: JSONValue) -> [UInt8] {
        var writer = JSONWriter()
        if let row = try? Row(json: json) {
            row.write(to: &writer)
        } else if let rejected = try? RejectedRecord(json: json) {
            rejected.write(to: &writer)
        } else {
            writer.write(json)
        }
        return writer.bytes
    }
}
