import EtudeCore
import EtudeStore

/// What of a release must be equal wherever plan and answers are equal.
public struct ReleaseFingerprint: Sendable, Hashable {
    /// SHA-256 of each gzipped file of rows, rejected drafts and sets, as it stands on disk.
    public let compressed: [String: String]
    /// SHA-256 of what those files hold.
    public let uncompressed: [String: String]
    /// SHA-256 of the certificate.
    public let certificate: String
    /// The release's digest.
    public let digest: String
    /// Rows by file.
    public let rows: [String: Int]

    /// Reads what a release holds.
    ///
    /// - Parameter folder: the release's folder.
    /// - Throws: ``EtudeError`` with code `io`, or ``JSONError``.
    public init(folder: String) throws {
        let files = RealFileSystem()
        let manifest = try JSONParser.parse(try files.read("\(folder)/manifest.json"))
        let sets = (manifest["sets"]?.array ?? []).flatMap { $0["shards"]?.array ?? [] }
        let shards = (manifest["shards"]?.array ?? []) + (manifest["rejected"]?.array ?? []) + sets
        var compressed: [String: String] = [:]
        var uncompressed: [String: String] = [:]
        var rows: [String: Int] = [:]
        for shard in shards {
            let path = shard["path"]?.string ?? ""
            compressed[path] = SHA256.digest(of: try files.read("\(folder)/\(path)")).hex
            uncompressed[path] = shard["uncompressed_sha256"]?.string
            rows[path] = shard["rows"]?.int
        }
        self.compressed = compressed
        self.uncompressed = uncompressed
        self.rows = rows
        certificate = SHA256.digest(of: try files.read("\(folder)/certificate.json")).hex
        digest = manifest["digest"]?.string ?? ""
    }

    /// How many rows or drafts the files below a folder of the release hold.
    public func rows(in folder: String) -> Int {
        rows.filter { $0.key.hasPrefix("\(folder)/") }.map(\.value).reduce(0, +)
    }
}
