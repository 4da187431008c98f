public import EtudeCore
public import EtudeStore

/// Reads the entries of any kind of file.
public enum SourceReading: Sendable {
    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: the file, plain or gzip.
    ///   - settings: how it is read.
    ///   - boundary: where it may stand.
    /// - Returns: the entries, each with its origin, and what was left out.
    /// - Throws: ``EtudeError``: `config` for a file that there is not, that is no regular one or stands outside of the
    ///   boundary, and for settings that cannot be; `data` for bad content, with its line; `io` where reading fails.
    public static func read(
        _ path: String,
        _ settings: SourceSettings,
        boundary: PathBoundary
    ) throws(EtudeError) -> EntryCollector {
        try read(SourceFile(path, boundary: boundary), file: path, settings)
    }

    /// Reads a text that is at hand.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - file: its name, for the kind and for errors.
    ///   - settings: how it is read.
    /// - Returns: the entries, each with its origin, and what was left out.
    /// - Throws: ``EtudeError``: `config` for settings that cannot be, `data` for bad content, with its line.
    public static func read(
        text: String,
        file: String,
        _ settings: SourceSettings = SourceSettings()
    ) throws(EtudeError) -> EntryCollector {
        try read(SourceFile(TextBytes(text), file: file), file: file, settings)
    }

    /// Reads a source that is open already.
    ///
    /// - Parameters:
    ///   - source: the source, at its start.
    ///   - file: its name, for the kind and for errors.
    ///   - settings: how it is read.
    /// - Returns: the entries, each with its origin, and what was left out.
    /// - Throws: ``EtudeError``: `config` for settings that cannot be, `data` for bad content, with its line.
    public static func read(
        _ source: SourceFile,
        file: String,
        _ settings: SourceSettings
    ) throws(EtudeError) -> EntryCollector {
        var settings = settings
        if settings.kind == nil { settings.kind = try CatalogKind.guess(file, head: source.head) }
        try settings.check()
        var collector = EntryCollector()
        collector.kind = settings.kind
        try reader(settings).read(source, file: file, into: &collector)
        try collector.refuseExcess(in: file)
        collector.update { complete(&$0, settings) }
        for entry in collector.entries { try entry.refuseControlCharacters() }
        return collector
    }

    private static func reader(_ settings: SourceSettings) -> any EntryReader {
        switch settings.kind {
        case .yaml, nil: YAMLEntryReader(settings)
        case .json: JSONEntryReader(settings)
        case .jsonl: JSONLinesReader(settings)
        case .csv, .tsv: TableReader(settings)
        case .list: ListReader(settings)
        case .instructSkillMix: InstructSkillMixReader(settings)
        case .skos: SKOSReader(settings)
        case .xml: XMLEntryReader(settings)
        case .html: HTMLGlossaryReader(settings)
        }
    }

    /// Gives an entry what its source does not say: the defaults, the source's licence and where it was found.
    private static func complete(_ entry: inout CatalogEntry, _ settings: SourceSettings) {
        for (name, value) in settings.defaults {
            guard let field = EntryField(rawValue: name) else { continue }
            entry.complete(field, value)
        }
        if entry.license.isEmpty { entry.license = settings.license }
        if entry.origin.isEmpty { entry.origin = entry.place.description }
    }
}

extension CatalogEntry {
    /// Gives a field a value where it has none.
    fileprivate mutating func complete(_ field: EntryField, _ value: String) {
        switch field {
        case .aliases where aliases.isEmpty: aliases = [value]
        case .inflections where inflections.isEmpty: inflections = [value]
        case .category where category == nil: category = Identifier.of(value)
        case .definition where definition.isEmpty: definition = value
        case .examples where examples.isEmpty: examples = [value]
        case .related where related.isEmpty: related = [value]
        case .source where source.isEmpty: source = value
        case .license where license.isEmpty: license = value
        default: break
        }
    }
}
