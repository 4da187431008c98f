/// How a source is to be read.
public struct SourceSettings: Sendable, Hashable {
    /// The kind of file; nil to tell it from the content.
    public var kind: CatalogKind?
    /// Where an entry stands in a document: an XPath, a path of JSON keys, or the name of a known shape.
    public var entries: String?
    /// Where each field of an entry stands, by the field's name: a column, a path of keys, or an XPath.
    public var map: [String: String] = [:]
    /// The language to take where a source has several, as a BCP 47 tag.
    public var language = "en"
    /// The values of which one must stand in a column, key or path; entries without are skipped and counted.
    public var filters: [String: [String]] = [:]
    /// What a field is where the source does not say, by the field's name.
    public var defaults: [String: String] = [:]
    /// The licence of the source, as an SPDX id where there is one.
    public var license = ""
    /// When, how and from where the source was fetched, in the user's words.
    public var retrieved = ""

    /// Settings of a source that says everything itself.
    public init() {}
}
