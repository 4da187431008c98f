import CLibXML2
import EtudeCore

/// Gathers the events of one piece of a document, and hands them on when libxml2 is done with the piece.
final class EventSink: MarkupSink {
    var names = unsafe NameTable([], dictionary: nil)
    private var batch = EventBatch()

    /// The callbacks of a parser whose sink this is; entities, comments and instructions have none.
    static var handler: xmlSAXHandler {
        var handler = unsafe xmlSAXHandler()
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handler.startElementNs = { context, local, _, namespace, declared, _, count, _, attributes in
            unsafe unsafeSink(context, as: EventSink.self)?.start(
                local,
                namespace,
                declared: Int(declared),
                attributes: UnsafeBufferPointer(start: attributes, count: Int(count) * 5),
                line: unsafeLine(context)
            )
        }
        unsafe handler.endElementNs = { context, _, _, _ in
            unsafe unsafeSink(context, as: EventSink.self)?.end()
        }
        let text: charactersSAXFunc = { context, start, count in
            unsafe unsafeSink(context, as: EventSink.self)?.text(
                UnsafeBufferPointer(start: start, count: Int(count)),
                line: unsafeLine(context)
            )
        }
        unsafe handler.characters = text
        unsafe handler.ignorableWhitespace = text
        unsafe handler.cdataBlock = text
        return unsafe handler
    }

    /// Hands the gathered events on and forgets them.
    func deliver(to handler: inout some XMLHandler) throws(EtudeError) {
        try batch.deliver(to: &handler)
        batch.clear()
    }

    /// An element begins; each attribute has five pointers: name, prefix, namespace, and the ends of the value.
    private func start(
        _ local: UnsafePointer<UInt8>?,
        _ namespace: UnsafePointer<UInt8>?,
        declared: Int,
        attributes: UnsafeBufferPointer<UnsafePointer<UInt8>?>,
        line: Int
    ) {
        guard enter(attributes: declared + attributes.count / 5, line: line) else { return }
        unsafe batch.addStart(names.position(local, namespace), attributes, line: line, names)
    }

    private func text(_ text: UnsafeBufferPointer<UInt8>, line: Int) {
        guard accept(text: text.count, line: line) else { return }
        unsafe batch.addText(text)
    }

    private func end() {
        guard leave() else { return }
        batch.addEnd()
    }
}
