public import EtudeCore
import EtudeMarkup
public import EtudeStore

/// Reads the concepts of SKOS schemes in RDF/XML (W3C Recommendation of 18 August 2009), of which it keeps no more than
/// the texts in one language.
///
/// - The name is the preferred label in the language asked for, else in a more special one, else without language; where
///   there is none, an `rdfs:label`. Concepts without any are skipped. A second preferred label is an alias, as alternative
///   labels are; hidden labels are inflections. Labels and notes may stand in resources of their own, as those of SKOS-XL.
/// - The definition is the concept's, else its scope note. The source is the concept's address.
/// - The category is by default the label of the topmost broader concept; `category` in the map names another rule.
/// - Related entries are related concepts and exact matches of the same document, said from either side.
/// - Filters are `scheme`, by address, and `notation`, by its beginning. Deprecated concepts are skipped, and schemes,
///   collections and resources of other classes are counted as no concepts.
public struct SKOSReader: EntryReader {
    private let settings: SourceSettings

    /// A reader with a language, filters, and a rule for the category.
    public init(_ settings: SourceSettings) { self.settings = settings }

    /// Reads a file to its end.
    public func read(
        _ text: any ByteReader,
        file: String,
        into collector: inout EntryCollector
    ) throws(EtudeError) {
        let category = try SKOSCategory(settings)
        try check()
        var handler = RDFXMLHandler(file: file, choice: LanguageChoice(settings.language))
        try parse(text, file, &handler)
        var entries = SKOSEntries(handler.graph, settings, category, file: file)
        try entries.collect(into: &collector)
    }

    /// Parses the document; the parser is gone when it returns.
    private func parse(
        _ text: any ByteReader,
        _ file: String,
        _ handler: inout RDFXMLHandler
    ) throws(EtudeError) {
        let events = XMLEvents(names: SKOSName.names, file: file)
        while true {
            let chunk = try text.read()
            if chunk.isEmpty { break }
            try events.parse(chunk, into: &handler)
        }
        try events.finish(into: &handler)
    }

    private func check() throws(EtudeError) {
        if let key = settings.filters.keys.sorted().first(where: { !["scheme", "notation"].contains($0) }) {
            throw EtudeError(.config, "SKOS concepts cannot be chosen by `\(key)`; possible are `scheme` and `notation`.")
        }
        if let key = settings.map.keys.sorted().first(where: { $0 != "category" }) {
            throw EtudeError(.config, "The field `\(key)` of a SKOS concept cannot be mapped; only `category` can.")
        }
        if settings.entries != nil {
            throw EtudeError(.config, "`entries` means nothing for SKOS; leave it out, or read the file as `xml`.")
        }
    }
}
