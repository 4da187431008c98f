import CLibXML2
import EtudeCore

/// Lets libxml2 build a tree of what is within the limits, without comments, instructions, scripts and styles.
final class TreeSink: MarkupSink {
    /// The first address that the document gives each prefix; that of the root's own namespace is `default`.
    private(set) var namespaces: [String: String] = [:]
    private var hasRoot = false
    /// An estimate of the memory that the tree takes.
    private var treeBytes = 0

    /// What a node takes with what the allocator adds.
    private static let nodeBytes = 144

    /// The callbacks of a parser of XML whose sink this is.
    static var xmlHandler: xmlSAXHandler {
        var handler = unsafe shared
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handler.startElementNs = {
            context,
            local,
            prefix,
            address,
            declared,
            declarations,
            count,
            defaulted,
            list in
            guard let sink = unsafe unsafeSink(context, as: TreeSink.self) else { return }
            let values = (0..<Int(count)).reduce(0) { size, index in
                guard let start = unsafe list?[index * 5 + 3], let end = unsafe list?[index * 5 + 4] else {
                    return size
                }
                return unsafe size + (end - start)
            }
            let nodes = 1 + Int(declared) + 2 * Int(count)
            guard unsafe sink.start(attributes: Int(declared) + Int(count), nodes: nodes, values: values, context)
            else {
                return
            }
            unsafe sink.declare(UnsafeBufferPointer(start: declarations, count: 2 * Int(declared)))
            unsafe xmlSAX2StartElementNs(
                context,
                local,
                prefix,
                address,
                declared,
                declarations,
                count,
                defaulted,
                list
            )
            unsafe TreeSink.setLine(context)
        }
        unsafe handler.endElementNs = { context, local, prefix, address in
            guard unsafe unsafeSink(context, as: TreeSink.self)?.leave() == true else { return }
            unsafe xmlSAX2EndElementNs(context, local, prefix, address)
        }
        unsafe handler.cdataBlock = handler.characters
        return unsafe handler
    }

    /// The callbacks of a parser of HTML whose sink this is.
    static var htmlHandler: xmlSAXHandler {
        var handler = unsafe shared
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handler.startElement = { context, name, list in
            guard let sink = unsafe unsafeSink(context, as: TreeSink.self) else { return }
            var count = 0
            var values = 0
            while let list = unsafe list, unsafe list[count * 2] != nil {
                if let value = unsafe list[count * 2 + 1] { values += unsafe Int(xmlStrlen(value)) }
                count += 1
            }
            guard unsafe sink.start(attributes: count, nodes: 1 + 2 * count, values: values, context) else { return }
            unsafe xmlSAX2StartElement(context, name, list)
            unsafe TreeSink.setLine(context)
        }
        unsafe handler.endElement = { context, name in
            guard unsafe unsafeSink(context, as: TreeSink.self)?.leave() == true else { return }
            unsafe xmlSAX2EndElement(context, name)
        }
        unsafe handler.cdataBlock = { _, _, _ in }
        return unsafe handler
    }

    private static var shared: xmlSAXHandler {
        var handler = unsafe xmlSAXHandler()
        unsafe handler.startDocument = { unsafe xmlSAX2StartDocument($0) }
        unsafe handler.endDocument = { unsafe xmlSAX2EndDocument($0) }
        let text: charactersSAXFunc = { context, start, count in
            guard let sink = unsafe unsafeSink(context, as: TreeSink.self),
                unsafe sink.accept(text: Int(count), line: unsafeLine(context)),
                unsafe sink.grow(by: TreeSink.nodeBytes + Int(count), line: unsafeLine(context))
            else { return }
            unsafe xmlSAX2Characters(context, start, count)
        }
        unsafe handler.characters = text
        unsafe handler.ignorableWhitespace = text
        return unsafe handler
    }

    /// Keeps the line in the node just made.
    private static func setLine(_ context: UnsafeMutableRawPointer?) {
        let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self)
        if let parser = unsafe parser { unsafe etude_markup_set_line(parser) }
    }

    private func start(attributes: Int, nodes: Int, values: Int, _ context: UnsafeMutableRawPointer?) -> Bool {
        let line = unsafe unsafeLine(context)
        return enter(attributes: attributes, line: line) && grow(by: nodes * Self.nodeBytes + values, line: line)
    }

    private func grow(by count: Int, line: Int) -> Bool {
        treeBytes += count
        if treeBytes > limits.treeBytes {
            let size = limits.treeBytes >> 20
            fail("The document takes more than \(size) MiB as a tree; split it into smaller files.", line: line)
        }
        return failure == nil
    }

    /// Keeps the prefixes that an element declares.
    private func declare(_ declarations: UnsafeBufferPointer<UnsafePointer<UInt8>?>) {
        defer { hasRoot = true }
        for index in stride(from: 0, to: declarations.count, by: 2) where namespaces.count < limits.attributes {
            guard let address = unsafe declarations[index + 1] else { continue }
            let prefix = unsafe declarations[index].map { unsafe String(cString: $0) }
            guard let prefix = prefix ?? (hasRoot ? nil : "default"), namespaces[prefix] == nil else { continue }
            namespaces[prefix] = unsafe String(cString: address)
        }
    }
}
