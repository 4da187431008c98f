public import EtudeCore
import EtudeIngest
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

    /// The entries of the catalog, each marked as a proposal.
    var entries: [CatalogEntry] {
        proposals.map { proposal in
            var entry = CatalogEntry(name: proposal.name, place: Place(file: proposal.origin))
            entry.aliases = proposal.aliases
            entry.category = proposal.category
            entry.definition = proposal.definition
            entry.examples = proposal.examples
            entry.origin = proposal.origin
            entry.isProposal = true
            return entry
        }
    }

    /// The query types as YAML; nil where there are none.
    public var queryTypeList: String? {
        guard !queryTypes.isEmpty else { return nil }
        var text = "# Query types that a model proposed and nobody has looked at yet.\n"
        for type in queryTypes {
            text += "\n- name: \(YAMLWriter.scalar(type.name))\n"
            text += "  description: \(YAMLWriter.scalar(type.description))\n"
            text += "  examples: \(YAMLWriter.list(type.examples))\n"
            text += "  origin: \(YAMLWriter.scalar(type.origin))\n  proposed: true\n"
        }
        return text
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
        let system = RealFileSystem()
        if let slash = file.lastIndex(of: "/"), slash > file.startIndex {
            try system.makeDirectory(String(file[..<slash]))
        }
        try AtomicFile.write(to: file, in: system) { writer throws(EtudeError) in
            try CanonicalCatalog.write(entries, to: writer)
        }
        guard let queryTypeList else { return [file] }
        let beside = Self.queryTypeFile(beside: file)
        try AtomicFile.write(Array(queryTypeList.utf8), to: beside, in: system)
        return [file, beside]
    }
}
