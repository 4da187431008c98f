import EtudeStore

extension ReleaseReader {
    /// The releases of the same dataset before one that stand beside it, the oldest first; one that cannot be read is left out.
    ///
    /// - Parameters:
    ///   - manifest: the manifest of this release.
    ///   - most: how many are wanted, counted from the newest.
    /// - Returns: each release with its manifest.
    public func releases(before manifest: Manifest, atMost most: Int) -> [(reader: ReleaseReader, manifest: Manifest)] {
        let slash = folder.lastIndex(of: "/")
        let parent = slash.map { $0 == folder.startIndex ? "/" : String(folder[..<$0]) } ?? "."
        let names = (try? fileSystem.list(parent)) ?? []
        let numbered = names.compactMap { name in
            name.firstIndex(of: "-").flatMap { Int(name[..<$0]) }.map { (number: $0, name: name) }
        }
        var found: [(reader: ReleaseReader, manifest: Manifest)] = []
        for (number, name) in numbered.sorted(by: { $0.number > $1.number }) where number < manifest.release {
            guard found.count < most else { break }
            guard let reader = try? ReleaseReader("\(parent)/\(name)", in: fileSystem),
                let earlier = try? reader.manifest(), earlier.name == manifest.name, earlier.release == number
            else { continue }
            found.append((reader, earlier))
        }
        return found.reversed()
    }
}
