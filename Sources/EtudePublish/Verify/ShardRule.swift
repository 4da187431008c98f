import EtudeCore
import EtudeFlow

/// Whether a gzipped JSONL file is what its record says, every line in canonical form.
struct ShardRule {
    let release: ReleaseReader
    let record: ShardRecord

    /// How many lines are examined at a time, and about how many bytes of them at most.
    private static let batch = (lines: 1024, bytes: 8 << 20)

    /// A line with all that was found in it by itself.
    private struct Examined<Content: Sendable>: Sendable {
        let line: ShardReader.Line
        let json: JSONValue?
        let content: Content?
        let findings: [Diagnostic]
    }

    /// Checks the file.
    ///
    /// - Parameters:
    ///   - examine: finds what of a line, which may be a row, needs no other line; on any thread.
    ///   - visit: takes the lines one after the other.
    /// - Returns: the findings, and the hash of the content where it could be read to the end.
    /// - Throws: ``EtudeError`` with code `io`, and what `visit` throws.
    func check<Content: Sendable>(
        examine: @Sendable (JSONValue, Row?) -> Content,
        visit: (ShardReader.Line, JSONValue, Content) throws(EtudeError) -> Void
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
                    return Examined<Content>(line: line, json: nil, content: nil, findings: [finding])
                }
                let row = try? Row(json: json)
                return Examined(line: line, json: json, content: examine(json, row), findings: check(line, json, row))
            }
            for examined in examined {
                findings += examined.findings
                if let json = examined.json, let content = examined.content { try visit(examined.line, json, content) }
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

    private func check(_ line: ShardReader.Line, _ json: JSONValue, _ row: Row?) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        if !line.isEnded || canonicalBytes(json, row) != line.bytes {
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
    private func canonicalBytes(_ json: JSONValue, _ row: Row?) -> [UInt8] {
        var writer = JSONWriter()
        if let row {
            row.write(to: &writer)
        } else if let rejected = try? RejectedRecord(json: json) {
            rejected.write(to: &writer)
        } else {
            writer.write(json)
        }
        return writer.bytes
    }
}
