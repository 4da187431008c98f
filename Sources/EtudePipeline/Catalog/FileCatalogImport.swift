public import EtudeCore
public import EtudeIngest
public import EtudeStore

/// Makes one canonical catalog of the catalogs that people have.
public struct FileCatalogImport: Sendable {
    /// The sources, the one that comes first in all doubts first.
    public var sources: [String]
    /// How they are read.
    public var settings: SourceSettings
    /// The file for the catalog; `-` is standard output.
    public var output: String
    /// Where the sources may stand.
    public var boundary = PathBoundary.ownFolder
    /// What the entries are to be; nil to leave all that the sources say.
    public var part: CatalogPart?
    /// Whether a file that stands there already is replaced.
    public var replaces = false

    /// An import of some files into one.
    public init(sources: [String], settings: SourceSettings, output: String) {
        self.sources = sources
        self.settings = settings
        self.output = output
    }

    /// Reads the sources and writes the catalog.
    ///
    /// - Returns: what became of every entry.
    /// - Throws: ``EtudeError`` with code `usage` where the output exists, `config` for a source that is missing, `data` for bad
    ///   content and where no entry is left, `io` where reading or writing fails; the output then stands as it was.
    public func run() throws(EtudeError) -> CatalogImportReport {
        if output != "-", !replaces, try RealFileSystem().exists(output) {
            throw EtudeError(.usage, "\(output) exists already; name another file, or replace it with --force.")
        }
        var read: [CatalogImport.Source] = []
        for source in sources {
            let collector = try SourceReading.read(source, settings, boundary: boundary)
            read.append(CatalogImport.Source(name: source, collector, retrieved: settings.retrieved))
        }
        var catalog = try CatalogImport(read, for: .review)
        guard !catalog.entries.isEmpty else {
            let reasons = catalog.accounts.flatMap(\.skips).map { "\($0.count) were skipped: \($0.reason)" }
            let why = reasons.isEmpty ? "" : " (\(reasons.joined(separator: "; ")))"
            throw EtudeError(.data, "No entry was found\(why).", at: Place(file: sources.joined(separator: ", ")))
        }
        if let part { catalog.keep(only: part) }
        let writer = try UserFileWriter(output)
        try CanonicalCatalog.write(catalog.entries, to: writer)
        try writer.finish()
        return CatalogImportReport(catalog, output: output)
    }
}
