import CLibXML2
public import EtudeCore

/// A whole document, and what XPath finds in it.
@safe public final class MarkupTree {
    /// Operations that all XPaths on one document may take together.
    private static let operations = 50_000_000
    /// Bytes that an XPath may have.
    private static let pathBytes = 4096

    let syntax: MarkupSyntax
    let file: String
    private let document: xmlDocPtr
    private let context: xmlXPathContextPtr
    private let rootPointer: xmlNodePtr
    private let state = MarkupState()

    /// A tree that owns a document.
    init(_ syntax: MarkupSyntax, _ document: xmlDocPtr, root: xmlNodePtr, namespaces: [String: String], file: String) {
        self.syntax = syntax
        prefixes = namespaces.keys.sorted()
        self.file = file
        unsafe self.document = unsafe document
        unsafe rootPointer = unsafe root
        // With the elements numbered, any two are put in order at once.
        _ = unsafe xmlXPathOrderDocElems(document)
        guard let context = unsafe etude_xpath_context(document, state.pointer, Self.operations) else {
            preconditionFailure("libxml2 has no memory.")
        }
        unsafe self.context = unsafe context
        for (prefix, address) in namespaces { _ = unsafe xmlXPathRegisterNs(context, prefix, address) }
    }

    deinit {
        unsafe xmlXPathFreeContext(context)
        unsafe xmlFreeDoc(document)
    }

    /// The element that holds all others.
    public var root: MarkupNode { unsafe MarkupNode(self, rootPointer) }

    /// The prefixes that an XPath may use.
    public let prefixes: [String]

    /// Reads an XPath.
    ///
    /// - Parameter expression: an XPath 1.0; prefixes are those of the document.
    /// - Returns: the path, for this tree.
    /// - Throws: ``EtudeError`` with code `config` for what is no XPath.
    public func path(_ expression: String) throws(EtudeError) -> MarkupPath {
        guard expression.utf8.count <= Self.pathBytes, !expression.utf8.contains(0) else {
            throw EtudeError(.config, "An XPath has more than \(Self.pathBytes) bytes or a NUL; write a shorter one.")
        }
        state.clear()
        guard let compiled = unsafe xmlXPathCtxtCompile(context, expression) else {
            throw pathFailure(expression, "cannot be read", "Mend it.")
        }
        return unsafe MarkupPath(expression, compiled)
    }

    /// The elements, attributes and texts that a path gives, in the document's order.
    ///
    /// - Parameters:
    ///   - path: what to look for.
    ///   - node: where to begin.
    /// - Returns: the nodes.
    /// - Throws: ``EtudeError`` with code `config` for an undeclared prefix, a path that gives no nodes, or too much work.
    public func nodes(_ path: MarkupPath, from node: MarkupNode) throws(EtudeError) -> [MarkupNode] {
        guard case .nodes(let nodes) = try select(path, from: node) else {
            throw EtudeError(.config, "The XPath `\(path.expression)` gives no nodes; write one that selects elements.")
        }
        return nodes
    }

    /// The texts that a path gives, mended; empty ones are left out.
    ///
    /// - Parameters:
    ///   - path: what to look for; it may also give a text, a number or a truth value.
    ///   - node: where to begin.
    /// - Returns: the texts.
    /// - Throws: ``EtudeError`` with code `config` as ``nodes(_:from:)`` does, or `data` for a control character.
    public func texts(_ path: MarkupPath, from node: MarkupNode) throws(EtudeError) -> [String] {
        var texts: [String] = []
        switch try select(path, from: node) {
        case .nodes(let nodes):
            for node in nodes { texts.append(try node.text) }
        case .text(let bytes):
            texts.append(try text(of: bytes, at: node.place))
        }
        return texts.filter { !$0.isEmpty }
    }

    /// The text of bytes, mended.
    func text(of bytes: [UInt8], at place: Place) throws(EtudeError) -> String {
        if let text = MarkupText.normalized(bytes.span) { return text }
        throw EtudeError(.data, "The text holds a control character; remove it.", at: place)
    }

    private enum Selection {
        case nodes([MarkupNode])
        case text([UInt8])
    }

    private func select(_ path: MarkupPath, from node: MarkupNode) throws(EtudeError) -> Selection {
        state.clear()
        unsafe context.pointee.node = unsafe node.pointer
        guard let result = unsafe xmlXPathCompiledEval(path.compiled, context) else {
            throw pathFailure(path.expression, "cannot be evaluated", "Check it against the document.")
        }
        defer { unsafe xmlXPathFreeObject(result) }
        guard unsafe result.pointee.type == XPATH_NODESET else {
            guard let text = unsafe xmlXPathCastToString(result) else { return .text([]) }
            defer { unsafe etude_xml_free(text) }
            return unsafe .text(Array(UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text)))))
        }
        guard let set = unsafe result.pointee.nodesetval else { return .nodes([]) }
        let list = unsafe UnsafeBufferPointer(start: set.pointee.nodeTab, count: Int(set.pointee.nodeNr))
        var nodes: [MarkupNode] = []
        for index in list.indices {
            // A namespace's node is not the document's, and the document's own node has no text of its own.
            guard let found = unsafe list[index], unsafe MarkupNode.isReadable(found) else { continue }
            nodes.append(unsafe MarkupNode(self, found))
        }
        return .nodes(nodes)
    }

    private func pathFailure(_ expression: String, _ what: String, _ mend: String) -> EtudeError {
        let failure = state.failure
        let isTooLong = failure?.code == Int(XML_XPATH_OP_LIMIT)
        let reason = isTooLong ? "it takes too long on this document" : failure?.reason ?? "no reason given"
        return EtudeError(.config, "The XPath `\(expression)` \(what): \(reason). \(mend)", at: Place(file: file))
    }
}

@available(*, unavailable)
extension MarkupTree: Sendable {}
