import CLibXML2
public import EtudeCore

/// Reads a document of XML or HTML as a whole, into a tree.
public final class MarkupTreeParser {
    private let syntax: MarkupSyntax
    private let parser: PushParser
    private let sink: TreeSink

    /// A reader of one document in UTF-8, whatever it declares.
    ///
    /// - Parameters:
    ///   - syntax: XML or HTML.
    ///   - file: the document's name, for errors.
    ///   - limits: how large and deep it may be.
    public init(_ syntax: MarkupSyntax, file: String, limits: MarkupLimits = .tree) {
        self.syntax = syntax
        sink = TreeSink(file: file, limits: limits)
        let handler = unsafe syntax == .xml ? TreeSink.xmlHandler : TreeSink.htmlHandler
        parser = unsafe PushParser(syntax, sink: sink, handler: handler)
    }

    deinit {
        unsafe xmlFreeDoc(etude_markup_take_document(parser.context))
    }

    /// Parses the next bytes.
    ///
    /// - Throws: ``EtudeError`` with code `data` for what is not well-formed or beyond the limits.
    public func parse(_ chunk: [UInt8]) throws(EtudeError) {
        try parser.parse(chunk) {}
    }

    /// Ends the document.
    ///
    /// - Returns: its tree.
    /// - Throws: ``EtudeError`` with code `data` for a document that is empty or, in XML, not complete.
    public func finish() throws(EtudeError) -> MarkupTree {
        try parser.finish()
        let document = unsafe etude_markup_take_document(parser.context)
        guard let document = unsafe document, let root = unsafe xmlDocGetRootElement(document) else {
            unsafe xmlFreeDoc(document)
            throw EtudeError(.data, "The document has no element; check the file.", at: Place(file: sink.file))
        }
        if syntax == .html { unsafe HTMLMending.partDefinitions(root) }
        return unsafe MarkupTree(syntax, document, root: root, namespaces: sink.namespaces, file: sink.file)
    }
}

@available(*, unavailable)
extension MarkupTreeParser: Sendable {}
