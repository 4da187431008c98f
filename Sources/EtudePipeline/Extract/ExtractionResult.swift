public import EtudeCore
import EtudeStore

/// What an extraction proposes, for a person to look through.
public struct ExtractionResult: Sendable {
    /// The accounts.
    public let books: ExtractionBooks
    let proposals: [Proposal]
    /// The query types.
    public let queryTypes: [QueryType]

    init(proposals: [Proposal], queryTypes: [QueryType], books: ExtractionBooks) {
        self.proposals = proposals
        self.queryTypes = queryTypes
        self.books = books
    }

    /// The catalog as YAML, every entry marked as a proposal.
    public var catalog: String {
        Self.document(
            "Skills that a model proposed and nobody has looked at yet. Read each, mend or delete it, and take away\n"
                + "# `proposed: true`; until then a pipeline refuses them, unless it says `catalog: { unreviewed: allow }`.",
            proposals.map { proposal in
                [
                    JSONMember("name", .string(proposal.name)),
                    JSONMember("aliases", .array(proposal.aliases.map(JSONValue.string))),
                    JSONMember("category", .string(proposal.category)),
                    JSONMember("definition", .string(proposal.definition)),
                    JSONMember("examples", .array(proposal.examples.map(JSONValue.string))),
                    JSONMember("origin", .string(proposal.origin)),
                    JSONMember("proposed", true),
                ]
            }
        )
    }

    /// The query types as YAML; nil where there are none.
    public var queryTypeList: String? {
        guard !queryTypes.isEmpty else { return nil }
        return Self.document(
            "Query types that a model proposed and nobody has looked at yet.",
            queryTypes.map { type in
                [
                    JSONMember("name", .string(type.name)),
                    JSONMember("description", .string(type.description)),
                    JSONMember("examples", .array(type.examples.map(JSONValue.string))),
                    JSONMember("origin", .string(type.origin)),
                    JSONMember("proposed", true),
                ]
            }
        )
    }

    /// Where the query types of a catalog are written: beside it, `skills.query-types.yaml` for `skills.yaml`.
    public static func queryTypeFile(beside catalog: String) -> String {
        let stem = [".yaml", ".yml"].first { catalog.hasSuffix($0) }.map { catalog.dropLast($0.count) } ?? catalog[...]
        return stem + ".query-types.yaml"
    }

    /// Refuses to write where somebody's work may stand.
    ///
    /// - Parameter file: the catalog.
    /// - Throws: ``EtudeError`` with code `usage` where it exists, `io` where that cannot be told.
    public static func refuseExisting(_ file: String) throws(EtudeError) {
        for path in [file, queryTypeFile(beside: file)] where try RealFileSystem().exists(path) {
            throw EtudeError(.usage, "\(path) exists; name another file, or replace it with `--force`.")
        }
    }

    /// Writes the catalog, and the query types beside it; their folder is made where it is missing.
    ///
    /// - Parameter file: the catalog.
    /// - Returns: the files that were written.
    /// - Throws: ``EtudeError`` with code `io`.
    public func write(to file: String) throws(EtudeError) -> [String] {
        var files = [(file, catalog)]
        if let queryTypeList { files.append((Self.queryTypeFile(beside: file), queryTypeList)) }
        let system = RealFileSystem()
        if let slash = file.lastIndex(of: "/"), slash > file.startIndex {
            try system.makeDirectory(String(file[..<slash]))
        }
        for (path, text) in files { try AtomicFile.write(Array(text.utf8), to: path, in: system) }
        return files.map(\.0)
    }

    /// A YAML list whose texts are quoted as in JSON, so that any text comes back as it is.
    private static func document(_ comment: String, _ entries: [[JSONMember]]) -> String {
        var text = "# \(comment)\n"
        for entry in entries {
            var lead = "- "
            for member in entry where member.value.array?.isEmpty != true {
                text += "\(lead)\(member.key): \(member.value.canonicalText)\n"
                lead = "  "
            }
        }
        return text
    }
}
