public import EtudeCore
public import EtudeStore

/// Reads a published release.
public struct ReleaseReader: Sendable {
    /// The folder, after a symbolic link such as `current` was followed.
    public let folder: String
    let fileSystem: any FileSystem

    /// Opens a release.
    ///
    /// - Parameters:
    ///   - path: the release's folder, or a symbolic link to it.
    ///   - fileSystem: where it stands.
    /// - Throws: ``EtudeError`` with code `io` where no folder stands there.
    public init(_ path: String, in fileSystem: any FileSystem = RealFileSystem()) throws(EtudeError) {
        var folder = path
        while folder.utf8.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        if try fileSystem.kind(of: folder) == .symbolicLink {
            let target = try fileSystem.symbolicLinkTarget(folder)
            folder = target.hasPrefix("/") ? target : Self.parent(of: folder) + target
        }
        guard try fileSystem.kind(of: folder) == .directory else {
            throw EtudeError(.io, "There is no release at \(path). Give a release's folder, or `current` of a run.")
        }
        self.folder = folder
        self.fileSystem = fileSystem
    }

    /// The last part of the folder's path.
    public var folderName: String {
        folder.split(separator: "/").last.map(String.init) ?? folder
    }

    /// Whether a file of the release is there.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    public func has(_ path: String) throws(EtudeError) -> Bool {
        try fileSystem.kind(of: "\(folder)/\(path)") != nil
    }

    /// All bytes of a file of the release.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    public func bytes(_ path: String) throws(EtudeError) -> [UInt8] {
        try fileSystem.read("\(folder)/\(path)")
    }

    /// A file of the release that holds one JSON document.
    ///
    /// - Throws: ``EtudeError`` with code `io`, or `data` where it holds none.
    public func json(_ path: String) throws(EtudeError) -> JSONValue {
        let bytes = try bytes(path)
        do {
            return try JSONParser.parse(bytes)
        } catch {
            throw EtudeError(.data, "The file is \(error).", at: Place(file: "\(folder)/\(path)"))
        }
    }

    /// The manifest.
    ///
    /// - Throws: ``EtudeError`` with code `io`, or `data` naming what is wrong in it.
    public func manifest() throws(EtudeError) -> Manifest {
        do {
            return try Manifest(json: try json(Manifest.path))
        } catch {
            throw error.code == .data && error.place == nil
                ? EtudeError(error.code, error.message, at: Place(file: "\(folder)/\(Manifest.path)")) : error
        }
    }

    /// The certificate.
    ///
    /// - Throws: ``EtudeError`` with code `io`, or `data` where it is no JSON.
    public func certificate() throws(EtudeError) -> JSONValue {
        try json("certificate.json")
    }

    /// The catalog with the side of every entry.
    ///
    /// - Throws: ``EtudeError`` with code `io`, or `data` naming the line that is wrong.
    public func catalog() throws(EtudeError) -> DividedCatalog {
        try DividedCatalog(bytes: try bytes(DividedCatalog.path), path: "\(folder)/\(DividedCatalog.path)")
    }

    /// Opens a gzipped JSONL file of the release.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    public func shard(_ path: String) throws(EtudeError) -> ShardReader {
        try ShardReader("\(folder)/\(path)", in: fileSystem)
    }

    /// Everything up to the last slash.
    private static func parent(of path: String) -> Substring {
        path.lastIndex(of: "/").map { path[...$0] } ?? ""
    }

    /// Reads all rows of a release, shard by shard.
    ///
    /// - Parameters:
    ///   - shards: the shards, in the order wanted.
    ///   - visit: takes each row with its shard and its line, from 1.
    /// - Throws: ``EtudeError`` with code `io`, or `data` naming the line that holds no row; what `visit` throws.
    public func rows(
        of shards: [ShardRecord],
        visit: (Row, ShardRecord, Int) throws(EtudeError) -> Void
    ) throws(EtudeError) {
        try records(of: shards, Row.init(json:), visit: visit)
    }

    /// Reads all rejected drafts of a release, file by file.
    ///
    /// - Parameters:
    ///   - files: the files, in the order wanted.
    ///   - visit: takes each draft.
    /// - Throws: ``EtudeError`` with code `io`, or `data` naming the line that holds no draft; what `visit` throws.
    public func rejected(
        of files: [ShardRecord],
        visit: (RejectedRecord) throws(EtudeError) -> Void
    ) throws(EtudeError) {
        try records(of: files, RejectedRecord.init(json:)) { record, _, _ throws(EtudeError) in try visit(record) }
    }

    private func records<Record>(
        of files: [ShardRecord],
        _ read: (JSONValue) throws(EtudeError) -> Record,
        visit: (Record, ShardRecord, Int) throws(EtudeError) -> Void
    ) throws(EtudeError) {
        for file in files {
            let shard = try shard(file.path)
            while let line = try shard.next() {
                let record: Record
                do {
                    record = try read(try JSONParser.parse(line.bytes))
                } catch {
                    let place = Place(file: "\(folder)/\(file.path)", line: line.number)
                    throw EtudeError(.data, (error as? EtudeError)?.message ?? "The line is \(error).", at: place)
                }
                try visit(record, file, line.number)
            }
        }
    }
}
