public import EtudeCore

/// The digest of a release: SHA-256 over the names and contents of everything in it that follows from plan and answers.
///
/// Hashed is one line for each file, `<path>\n<sha256>\n`, in UTF-8 byte order of the paths, where the hash is 64 hexadecimal
/// digits of SHA-256 of the file, uncompressed where it is gzipped. The files are every `.jsonl.gz`, `certificate.json`,
/// `pipeline.yaml`, `catalog.jsonl` and all in `templates/`. With `a` holding nothing and `b` holding `b`, the digest begins
/// with `13d5e2b47d132197`.
public enum ReleaseDigest: Sendable {
    /// The digest of files by path, each with the hash of its (uncompressed) content in hexadecimal.
    public static func of(_ hashes: [String: String]) -> Digest {
        var hash = SHA256()
        for (path, content) in hashes.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            hash.update("\(path)\n\(content)\n".utf8)
        }
        return hash.finish()
    }

    /// The digest of a release by its manifest's hashes.
    public static func of(_ manifest: Manifest) -> Digest {
        let shards = manifest.allShards.map { ($0.path, $0.uncompressedSHA256) }
        let files = manifest.files.filter(\.isDigested).map { ($0.path, $0.sha256) }
        return of(Dictionary(shards + files) { first, _ in first })
    }

    /// The name of a release's folder: its number, and the first 12 digits of its digest.
    public static func folder(number: Int, digest: String) -> String {
        number.padded(to: 4) + "-" + digest.prefix(12)
    }
}
