/// An element of RDF/XML that is open.
struct RDFXMLFrame {
    /// What the element is.
    enum Kind {
        /// Around all nodes.
        case document
        /// A resource and what is said of it.
        case node
        /// What is said: a text, which may be one of XML, a link, or a node within.
        case property(isMarkup: Bool)
        /// A part of a text of XML.
        case markup
    }

    var kind = Kind.document
    /// The node's resource, or that of the node around.
    var subject: Int32
    var property: SKOSName?
    /// How well the language in force fits.
    var rank: LanguageChoice.Rank
    /// The position of the base in force.
    var base: Int
    /// The line of the tag.
    let line: Int
    /// Where the property's text begins among the collected bytes.
    var textStart = 0
    /// Whether text is collected.
    var collects = false
    /// Whether the value is a resource, so that there is no text.
    var isLinked = false

    /// An element that inherits from the one around.
    init(within around: RDFXMLFrame?, line: Int) {
        subject = around?.subject ?? -1
        rank = around?.rank ?? .none
        base = around?.base ?? 0
        self.line = line
        if case .property(isMarkup: true)? = around?.kind { collects = around?.collects ?? false }
        if case .markup? = around?.kind { collects = around?.collects ?? false }
    }
}
