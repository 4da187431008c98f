public import EtudeCore

/// The card of a release: `README.md` as the Hugging Face hub and `datasets` read it.
public struct DatasetCard: Sendable, Hashable {
    let manifest: Manifest
    let certificate: JSONValue
    let language: String
    let diversity: JSONValue?

    /// The card of a release.
    ///
    /// - Parameters:
    ///   - manifest: the manifest, with its shards and sets.
    ///   - certificate: what `certificate.json` holds.
    ///   - language: the language of the texts, as a BCP 47 tag.
    ///   - diversity: what `diversity.json` holds; nil for a release without.
    public init(manifest: Manifest, certificate: JSONValue, language: String, diversity: JSONValue? = nil) {
        self.manifest = manifest
        self.certificate = certificate
        self.language = language
        self.diversity = diversity
    }

    /// The whole card: front matter, then sections.
    public var text: String {
        let sections = [
            summary, table, making, provenance, omissions, variety, trust, promises, loading, terms,
        ].compactMap(\.self)
        return "---\n\(frontMatter)---\n\n" + sections.joined(separator: "\n\n") + "\n"
    }

    /// The splits that have rows, in the manifest's order.
    var splits: [String] {
        var seen: Set<String> = []
        return manifest.shards.map(\.split).filter { seen.insert($0).inserted }
    }

    /// The number of rows of all splits.
    var rowCount: Int { manifest.shards.map(\.rows).reduce(0, +) }

    private var summary: String {
        let shortage =
            "\n\nThis release is not complete: it has fewer rows than were asked for (see `counts` in `manifest.json`)."
        let short = manifest.isComplete ? "" : shortage
        return """
            # \(CardText.markdown(manifest.name))

            Short texts for training and testing skill composition: each row names k language skills and a topic, and holds a \
            text that shows all k skills at once, as judged by models. The method is that of SKILL-MIX (arXiv 2310.17567) and \
            of "Can Models Learn Skill Composition from Examples?" (arXiv 2409.19808). Release \(manifest.release), digest \
            `\(manifest.digest)`.\(short)
            """
    }

    private var table: String {
        let ks = Set(manifest.shards.map(\.k)).sorted()
        let head = ["split"] + ks.map { "k = \($0)" } + ["all"]
        let rows = splits.map { split in
            let shards = manifest.shards.filter { $0.split == split }
            let byK = ks.map { k in shards.filter { $0.k == k }.map(\.rows).reduce(0, +) }
            return [CardText.markdown(split)] + (byK + [byK.reduce(0, +)]).map(String.init)
        }
        let lines = [head, ["---"] + Array(repeating: "---:", count: head.count - 1)] + rows
        let sets = manifest.sets.map { set in
            "- `\(set.spec.name)`: \(set.rows) rows of \(CardText.markdown(set.spec.split)), "
                + "k = \(set.spec.k.map(String.init).joined(separator: ", "))"
        }
        return "## Rows\n\n" + lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
            + (sets.isEmpty ? "" : "\n\nSubsets:\n\n" + sets.joined(separator: "\n"))
    }

    private var making: String {
        let models = manifest.models.map { "- \($0.role.rawValue): \(CardText.markdown($0.name))" }
        let warning =
            "\n\n**The built-in teacher fills in patterns. Its texts are for trying out the program, not for training.**"
        let trial = manifest.models.contains { $0.role == .teacher && $0.isBuiltIn } ? warning : ""
        return """
            ## How it was made

            Skills, topics and combinations were divided into what training may hold and what it may not before the first \
            text was asked for. A teacher wrote each text, judges marked it on k + 3 criteria, and only texts that met all of \
            them, name nothing of the other side and are near to no text kept before became rows. Every draft that did not \
            is in `rejected/` with its reason.

            \(models.joined(separator: "\n"))\(trial)

            Made with etude \(CardText.markdown(manifest.toolVersion)).
            """
    }
}
