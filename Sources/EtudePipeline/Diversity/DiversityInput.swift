import EtudeCore
import EtudePublish
import EtudeStore

/// Rows whose diversity is measured: those of a JSON Lines file, or of a release.
struct DiversityInput: Sendable {
    /// The files, in order; `-` is standard input.
    let paths: [String]
    /// Whether they are those of a release.
    let isRelease: Bool

    /// The files of what a path names.
    ///
    /// - Parameters:
    ///   - path: a file, `-`, or the folder of a release.
    ///   - split: the split of a release that is meant; nil for all.
    /// - Throws: ``EtudeError`` with code `io` or `data` where the release cannot be read or has no such split.
    init(_ path: String, split: String?) throws(EtudeError) {
        isRelease = path == "-" ? false : try RealFileSystem().exists("\(path)/\(Manifest.path)")
        guard isRelease else {
            paths = [path]
            return
        }
        let release = try ReleaseReader(path)
        let shards = try release.manifest().shards
        paths = shards.filter { split ?? $0.split == $0.split }.map { "\(release.folder)/\($0.path)" }
        guard let split, paths.isEmpty else { return }
        let nearest = Suggestion.nearest(to: split, in: shards.map(\.split)).map { " Did you mean \"\($0)\"?" } ?? ""
        throw EtudeError(.data, "The release has no split \"\(split)\".\(nearest)", at: Place(file: path))
    }
}
