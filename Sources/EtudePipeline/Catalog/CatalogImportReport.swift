public import EtudeCore
import EtudeIngest

/// What became of every entry of an import.
public struct CatalogImportReport: Sendable {
    /// The most notes that ``text`` shows.
    private static let mostNotes = 40

    private let catalog: CatalogImport
    private let output: String

    init(_ catalog: CatalogImport, output: String) {
        self.catalog = catalog
        self.output = output
    }

    /// The accounts and the first notes, for people.
    public var text: String {
        var lines = catalog.notes.prefix(Self.mostNotes).map(\.description)
        let others = catalog.notes.count - Self.mostNotes
        if others > 0 { lines.append("\(others) more notes; --format json has all.") }
        for account in catalog.accounts {
            lines.append(
                "\(account.name) (\(account.kind?.rawValue ?? "")): \(account.entries) entries, \(account.taken) taken, "
                    + "\(account.merged) merged, \(account.skipped) skipped."
            )
            lines += account.skips.map { "  skipped \($0.count): \($0.reason), first at \($0.first)" }
        }
        lines.append("\(output == "-" ? "Catalog" : output): \(catalog.entries.count) entries.")
        return lines.joined(separator: "\n")
    }

    /// All accounts and notes.
    public var json: JSONValue {
        let sources = catalog.accounts.map { account -> JSONValue in
            [
                "name": .string(account.name),
                "kind": .string(account.kind?.rawValue ?? ""),
                "entries": .int(account.entries),
                "taken": .int(account.taken),
                "merged": .int(account.merged),
                "skipped": .array(
                    account.skips.map {
                        [
                            "reason": .string($0.reason), "entries": .int($0.count),
                            "first": .string($0.first.description),
                        ]
                    }
                ),
            ]
        }
        return [
            "entries": .int(catalog.entries.count),
            "sources": .array(sources),
            "notes": .array(catalog.notes.map(\.json)),
        ]
    }
}

extension Diagnostic {
    /// The finding as a JSON object; file and line only where they are known.
    public var json: JSONValue {
        var members = [
            JSONMember("severity", .string(severity.rawValue)),
            JSONMember("rule", .string(rule)),
            JSONMember("message", .string(message)),
        ]
        if let place { members.append(JSONMember("file", .string(place.file))) }
        if let line = place?.line { members.append(JSONMember("line", .int(line))) }
        return .object(members)
    }
}
