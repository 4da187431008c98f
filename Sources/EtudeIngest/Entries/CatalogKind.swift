/// The kinds of file that hold a catalog.
public enum CatalogKind: String, Sendable, Hashable, CaseIterable {
    /// A list of entries in YAML, the canonical form.
    case yaml
    /// One JSON document that holds an array of objects.
    case json
    /// One JSON object in each line.
    case jsonl
    /// Comma-separated values (RFC 4180).
    case csv
    /// Tab-separated values.
    case tsv
    /// One name in each line.
    case list
    /// The skill lists of Instruct-SkillMix (arXiv 2408.14774): names in snake_case, without definitions.
    case instructSkillMix = "instruct-skillmix"
    /// A SKOS concept scheme in RDF/XML (W3C Recommendation of 18 August 2009).
    case skos
    /// XML of any shape, by XPath.
    case xml
    /// A glossary in HTML.
    case html
}
