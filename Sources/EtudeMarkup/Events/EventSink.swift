import CLibXML2
import EtudeCore

/// Gathers the events of one piece of a document, and hands them on when libxml2 is done with the piece.
final class EventSink: MarkupSink {
    private enum Event {
        case start(name: Int, line: Int, attributes: Range<Int>)
        case text(Range<Int>)
        case end
    }

    var names = unsafe NameTable([], dictionary: nil)
    private var events: [Event] = []
    private var attributes: [XMLTag.Attribute] = []
    private var bytes: [UInt8] = []

    /// The callbacks of a parser whose sink this is. Entities, comments and instructions have none.
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
        try hand(bytes, to: &handler)
        events.removeAll(keepingCapacity: true)
        attributes.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    private func hand(_ bytes: [UInt8], to handler: inout some XMLHandler) throws(EtudeError) {
        for event in events {
            switch event {
            case .start(let name, let line, let range):
                let name = name < 0 ? nil : name
                try handler.start(XMLTag(name: name, line: line, attributes: attributes[range], bytes: bytes))
            case .text(let range):
                try handler.text(bytes.span.extracting(range))
            case .end:
                try handler.end()
            }
        }
    }

    /// An element begins; each attribute has five pointers: name, prefix, namespace, and the ends of the value.
    private func start(
        _ local: UnsafePointer<UInt8>?,
        _ namespace: UnsafePointer<UInt8>?,
        declared: Int,
        attributes given: UnsafeBufferPointer<UnsafePointer<UInt8>?>,
        line: Int
    ) {
        guard enter(attributes: declared + given.count / 5, line: line) else { return }
        let first = attributes.count
        for index in stride(from: 0, to: given.count, by: 5) {
            let name = unsafe names.position(given[index], given[index + 2])
            guard name >= 0, let start = unsafe given[index + 3], let end = unsafe given[index + 4] else { continue }
            let from = bytes.count
            unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: end - start))
            attributes.append(XMLTag.Attribute(name: name, value: from..<bytes.count))
        }
        let name = unsafe names.position(local, namespace)
        events.append(.start(name: name, line: line, attributes: first..<attributes.count))
    }

    private func text(_ text: UnsafeBufferPointer<UInt8>, line: Int) {
        guard accept(text: text.count, line: line) else { return }
        let from = bytes.count
        unsafe bytes.append(contentsOf: text)
        if case .text(let range)? = events.last, range.upperBound == from {
            events[events.count - 1] = .text(range.lowerBound..<bytes.count)
        } else {
            events.append(.text(from..<bytes.count))
        }
    }

    private func end() {
        guard leave() else { return }
        events.append(.end)
    }
}
