import EtudeCore
public import EtudeIngest

/// One source of skills or topics.
public struct CatalogSourceSpec: Sendable, Hashable {
    /// `shipped`, or a path relative to the pipeline file.
    public var file: String
    /// How the file is read.
    public var settings = SourceSettings()

    /// The source of a word.
    init(file: String) {
        self.file = file
    }

    /// The sources of a key: a word, a mapping, or a list of both.
    static func list(_ key: String, _ reader: inout YAMLReader?) throws(EtudeError) -> [CatalogSourceSpec] {
        guard let items = try reader?.items(key) else { return [CatalogSourceSpec(file: CatalogSource.shippedWord)] }
        guard !items.isEmpty else {
            throw reader?.failure(key, "At least one source is needed, such as `\(key): shipped`.")
                ?? EtudeError(.config, "At least one source is needed.")
        }
        var sources: [CatalogSourceSpec] = []
        for item in items {
            switch item {
            case .text(let file, let place):
                guard !file.isEmpty else {
                    throw EtudeError(.config, "A file is expected here, or `shipped`.", at: place)
                }
                sources.append(CatalogSourceSpec(file: file))
            case .mapping(let mapping): sources.append(try CatalogSourceSpec(mapping))
            }
        }
        return sources
    }

    private init(_ reader: YAMLReader) throws(EtudeError) {
        var reader = reader
        guard let file = try reader.string("file"), !file.isEmpty else {
            throw reader.failure("file", "A source needs a `file`.")
        }
        self.file = file
        let word = try reader.string("as")
        settings.kind = word.flatMap(CatalogKind.init)
        settings.map = try Self.texts("map", &reader)
        settings.entries = try reader.string("entries")
        settings.language = try reader.string("language") ?? settings.language
        settings.filters = try Self.choices("where", &reader)
        settings.defaults = try Self.texts("defaults", &reader)
        settings.license = try reader.string("license") ?? ""
        settings.retrieved = try reader.string("retrieved") ?? ""
        try reader.refuseUnknownKeys()
        if let word, settings.kind == nil {
            let known = CatalogKind.allCases.map(\.rawValue)
            let mend = Suggestion.nearest(to: word, in: known).map { "did you mean `\($0)`?" }
            throw reader.failure(
                "as",
                "`\(word)` is no kind of file; \(mend ?? "known are \(known.joined(separator: ", ")).")"
            )
        }
        guard file != CatalogSource.shippedWord || settings == SourceSettings() else {
            throw reader.failure("file", "The shipped catalog has no settings; write `shipped` alone.")
        }
    }

    private static func texts(_ key: String, _ reader: inout YAMLReader) throws(EtudeError) -> [String: String] {
        guard var inner = try reader.reader(key) else { return [:] }
        var texts: [String: String] = [:]
        for name in inner.keys { texts[name] = try inner.string(name) }
        return texts
    }

    private static func choices(_ key: String, _ reader: inout YAMLReader) throws(EtudeError) -> [String: [String]] {
        guard var inner = try reader.reader(key) else { return [:] }
        var choices: [String: [String]] = [:]
        for name in inner.keys {
            if inner.isScalar(name) {
                choices[name] = try inner.string(name).map { [$0] }
            } else {
                choices[name] = try inner.strings(name)
            }
        }
        return choices
    }

    /// Sources as the pipeline file has them, as short as they can be.
    static func resolved(_ sources: [CatalogSourceSpec]) -> JSONValue {
        let values = sources.map(\.resolved)
        return values.count == 1 ? values[0] : .array(values)
    }

    private var resolved: JSONValue {
        let standard = SourceSettings()
        guard settings != standard else { return .string(file) }
        var members = [JSONMember("file", .string(file))]
        if let kind = settings.kind { members.append(JSONMember("as", .string(kind.rawValue))) }
        if !settings.map.isEmpty { members.append(JSONMember("map", Self.object(settings.map, JSONValue.string))) }
        if let entries = settings.entries { members.append(JSONMember("entries", .string(entries))) }
        if settings.language != standard.language {
            members.append(JSONMember("language", .string(settings.language)))
        }
        if !settings.filters.isEmpty {
            let object = Self.object(settings.filters) { .array($0.map(JSONValue.string)) }
            members.append(JSONMember("where", object))
        }
        if !settings.defaults.isEmpty {
            members.append(JSONMember("defaults", Self.object(settings.defaults, JSONValue.string)))
        }
        if !settings.license.isEmpty { members.append(JSONMember("license", .string(settings.license))) }
        if !settings.retrieved.isEmpty { members.append(JSONMember("retrieved", .string(settings.retrieved))) }
        return .object(members)
    }

    private static func object<Value>(_ values: [String: Value], _ json: (Value) -> JSONValue) -> JSONValue {
        .object(values.sorted { $0.key < $1.key }.map { JSONMember($0.key, json($0.value)) })
    }
}
