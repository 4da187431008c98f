import EtudeCore
import EtudeStore

/// Whether a release holds exactly the files that its manifest names.
struct FileListRule {
    let release: ReleaseReader
    let manifest: Manifest

    /// The findings, and the paths that the manifest names and that stand there.
    func check() throws(EtudeError) -> (findings: [Diagnostic], present: Set<String>) {
        var findings: [Diagnostic] = []
        let entries = try list("")
        let shards = Set(manifest.allShards.map(\.path))
        let named = shards.union(manifest.files.map(\.path)).union([Manifest.path])
        let files = Set(entries.filter { $0.kind == .file }.map(\.path))
        for entry in entries where entry.kind == .symbolicLink {
            findings.append(finding("symbolic-link", "A release holds no symbolic links.", entry.path))
        }
        for path in named.subtracting(files).sorted() {
            let rule = shards.contains(path) ? "missing-shard" : "missing-file"
            findings.append(finding(rule, "The manifest names the file, and it is not there.", path))
        }
        for path in files.subtracting(named).sorted() {
            findings.append(finding("extra-file", "The manifest does not name the file.", path))
        }
        return (findings, named.intersection(files))
    }

    /// Everything below a folder but folders, by path inside the release.
    private func list(_ folder: String) throws(EtudeError) -> [(path: String, kind: FileKind)] {
        var entries: [(path: String, kind: FileKind)] = []
        for name in try release.fileSystem.list("\(release.folder)/\(folder)") {
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            switch try release.fileSystem.kind(of: "\(release.folder)/\(path)") {
            case .directory: entries += try list(path)
            case .some(let kind): entries.append((path, kind))
            case nil: break
            }
        }
        return entries
    }
}
