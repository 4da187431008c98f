/// The two languages of markup.
public enum MarkupSyntax: Sendable, Hashable {
    /// XML 1.0 with namespaces; a document that is not well-formed is refused.
    case xml
    /// HTML as it is found; what is not well-formed is mended as browsers do.
    case html
}
