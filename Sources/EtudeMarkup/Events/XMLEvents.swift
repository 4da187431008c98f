import CLibXML2
public import EtudeCore

/// Reads an XML document of any size as a stream of events, in little memory.
///
/// The document's own word on its encoding is ignored: it is UTF-8. A document type declaration is refused, and with it
/// every entity but the five of XML; nothing outside the document is ever read.
public final class XMLEvents {
    private let parser: PushParser
    private let sink: EventSink

    /// A reader of one document.
    ///
    /// - Parameters:
    ///   - names: the names of elements and attributes that matter; events give their positions here.
    ///   - file: the document's name, for errors.
    ///   - limits: how large and deep it may be.
    public init(names: [XMLName], file: String, limits: MarkupLimits = MarkupLimits()) {
        sink = EventSink(file: file, limits: limits)
        parser = unsafe PushParser(.xml, sink: sink, handler: EventSink.handler)
        unsafe sink.names = NameTable(names, dictionary: etude_markup_dictionary(parser.context))
    }

    /// Parses the next bytes and hands on what is complete.
    ///
    /// - Throws: ``EtudeError`` with code `data` for what is not well-formed or beyond the limits, and what the handler throws.
    public func parse(_ chunk: [UInt8], into handler: inout some XMLHandler) throws(EtudeError) {
        try parser.parse(chunk) { () throws(EtudeError) in try sink.deliver(to: &handler) }
    }

    /// Ends the document and hands on the rest.
    ///
    /// - Throws: ``EtudeError`` with code `data` for a document that is not complete, and what the handler throws.
    public func finish(into handler: inout some XMLHandler) throws(EtudeError) {
        try parser.finish()
        try sink.deliver(to: &handler)
    }
}

@available(*, unavailable)
extension XMLEvents: Sendable {}
