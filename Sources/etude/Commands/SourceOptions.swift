public import ArgumentParser
import EtudeCore
public import EtudeIngest

/// How files that hold a catalog are read.
struct SourceOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "The kind of file; without it, told from name and content.",
            discussion: "One of \(CatalogKind.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "kind"
        )
    )
    var kind: CatalogKind?

    @Option(
        help: ArgumentHelp(
            "Where a field of an entry stands: a column, a path of keys, an XPath.",
            discussion: "Fields are \(EntryField.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "field=path"
        )
    )
    var map: [String] = []

    @Option(help: "Where the entries stand: an XPath, a path of keys, or dl, table or headings.")
    var entries: String?

    @Option(help: "The language to take where a source has several.")
    var language = "en"

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "Take only entries with this value in a column, key or path; given again, one of several.",
            valueName: "key=value"
        )
    )
    var filters: [String] = []

    @Option(
        name: .customLong("default"),
        help: ArgumentHelp("What a field is where the source does not say.", valueName: "field=value")
    )
    var defaults: [String] = []

    func validate() throws {
        _ = try settings
    }

    /// The settings.
    ///
    /// - Throws: `ValidationError` for a pair without an equals sign, and for a field that stands twice.
    var settings: SourceSettings {
        get throws {
            var settings = SourceSettings()
            settings.kind = kind
            settings.entries = entries
            settings.language = language
            settings.map = try Self.fields(map, of: "--map")
            settings.defaults = try Self.fields(defaults, of: "--default")
            for pair in filters {
                let (key, value) = try Self.pair(pair, of: "--where")
                settings.filters[key, default: []].append(value)
            }
            return settings
        }
    }

    private static func fields(_ pairs: [String], of option: String) throws -> [String: String] {
        var fields: [String: String] = [:]
        for pair in pairs {
            let (field, value) = try Self.pair(pair, of: option)
            guard fields.updateValue(value, forKey: field) == nil else {
                throw ValidationError("\(option) says twice what \(field) is.")
            }
        }
        return fields
    }

    private static func pair(_ text: String, of option: String) throws -> (String, String) {
        guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
            throw ValidationError("\(option) \(text) should be written with an equals sign, such as name=value.")
        }
        return (String(text[..<equals]), String(text[text.index(after: equals)...]))
    }
}

extension CatalogKind: ExpressibleByArgument {}
extension CatalogPart: ExpressibleByArgument {}
