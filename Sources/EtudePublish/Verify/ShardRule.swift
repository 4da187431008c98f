import EtudeCore

/// Whether a gzipped JSONL file is what its record says, every line in canonical form.
struct ShardRule {
    let release: ReleaseReader
    let record: ShardRecord

    /// The findings, and the hash of the content where it could be read to the end.
    func check(
        visit: (ShardReader.Line, JSONValue) throws(EtudeError) -> Void
    ) throws(EtudeError) -> (findings: [Diagnostic], hash: String?) {
        var findings: [Diagnostic] = []
        let shard = try release.shard(record.path)
        while true {
            do {
                guard let line = try shard.next() else { break }
                guard let json = try? JSONParser.parse(line.bytes) else {
                    findings.append(finding("canonical-json", "The line is not JSON.", record.path, line: line.number))
                    continue
                }
                findings += check(line, json)
                try visit(line, json)
            } catch {
                guard error.code == .data else { throw error }
                return (findings + [finding("gzip", error.message, record.path)], nil)
            }
        }
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
