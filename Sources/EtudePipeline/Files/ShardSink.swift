import EtudeCore
import EtudePublish
import EtudeStore

/// Writes lines into shards, in a folder that appears when all is done.
actor ShardSink {
    private let folder: AtomicFolder
    private let layout: ShardLayout
    private var series: ShardSeries?

    /// A sink into a new folder.
    ///
    /// - Parameters:
    ///   - folder: the folder.
    ///   - name: what the names of the shards begin with.
    ///   - layout: how rows are divided.
    /// - Throws: ``EtudeError`` with code `io`, also where something stands in the folder.
    init(folder: String, name: String, _ layout: ShardLayout) throws(EtudeError) {
        self.folder = try AtomicFolder(folder)
        self.layout = layout
        series = ShardSeries(stem: name, split: name, in: self.folder.path, layout)
    }

    /// Adds lines.
    ///
    /// - Throws: ``EtudeError`` with code `io`.
    func write(_ lines: [RowLines]) throws(EtudeError) {
        guard var series = series.take() else { return }
        for lines in lines {
            for range in lines.ranges { try series.append(lines.bytes[range], k: 0) }
        }
        self.series = consume series
    }

    /// Ends the files and gives the folder its name.
    ///
    /// - Returns: what was written.
    /// - Throws: ``EtudeError`` with code `io`.
    func finish() throws(EtudeError) -> ShardManifest {
        let shards = try series.take()?.finish() ?? []
        let manifest = ShardManifest(shards: shards, level: layout.level)
        try RealFileSystem().write(manifest.bytes, to: "\(folder.path)/\(FileSharding.manifestName)")
        try folder.finish()
        return manifest
    }
}
