import EtudeCore

extension DatasetCard {
    /// Where skills and topics come from; nil for a release that says nothing of it.
    var provenance: String? {
        guard !manifest.sources.isEmpty else { return nil }
        let sources = manifest.sources.map { source in
            ([Self.head(source)] + Self.details(source)).joined(separator: "\n  - ")
        }
        return """
            ## Where skills and topics come from

            \(sources.map { "- \($0)" }.joined(separator: "\n"))

            Each entry's own origin and licence are in `catalog.jsonl`. They are licences of names, definitions and examples; \
            what the texts may be used for is said under Terms.
            """
    }

    private static func head(_ source: SourceRecord) -> String {
        let what = source.sha256.isEmpty ? "" : ", SHA-256 `\(source.sha256)`"
        return "\(CardText.markdown(source.part)): \(CardText.markdown(source.name)) (\(CardText.markdown(source.kind))"
            + "\(what)), \(entries(source.entries))"
    }

    private static func details(_ source: SourceRecord) -> [String] {
        var details: [String] = []
        let licenses = source.licenses.map { share in
            "\(share.text.isEmpty ? "not stated" : CardText.markdown(share.text)) (\(entries(share.entries)))"
        }
        if !licenses.isEmpty { details.append("licence: \(licenses.joined(separator: "; "))") }
        let origins = source.origins.filter { $0.text != source.name }
        if !origins.isEmpty {
            let named = origins.map { "\(CardText.markdown($0.text)) (\(entries($0.entries)))" }
            details.append("first taken from: \(named.joined(separator: "; "))")
        }
        if !source.retrieved.isEmpty { details.append("retrieved: \(CardText.markdown(source.retrieved))") }
        if source.merged > 0 { details.append("merged into others: \(entries(source.merged))") }
        details += source.skipped.map { "left out: \(entries($0.entries)), \(CardText.markdown($0.text))" }
        if source.unreviewed > 0 {
            details.append("**proposed by a model and not reviewed: \(entries(source.unreviewed))**")
        }
        return details
    }

    private static func entries(_ count: Int) -> String { "\(count) \(count == 1 ? "entry" : "entries")" }
}
