import CLibXML2
public import EtudeCore

/// An element, an attribute or a text of a tree, which it keeps alive.
@safe public struct MarkupNode {
    let tree: MarkupTree
    let pointer: xmlNodePtr

    init(_ tree: MarkupTree, _ pointer: xmlNodePtr) {
        self.tree = tree
        unsafe self.pointer = unsafe pointer
    }

    /// Whether a node of a result belongs to the document and has a text.
    static func isReadable(_ pointer: xmlNodePtr) -> Bool {
        switch unsafe pointer.pointee.type {
        case XML_ELEMENT_NODE, XML_ATTRIBUTE_NODE, XML_TEXT_NODE, XML_CDATA_SECTION_NODE: true
        default: false
        }
    }

    /// The element's or attribute's name without a prefix.
    public var name: String {
        unsafe pointer.pointee.name.map { unsafe String(cString: $0) } ?? ""
    }

    /// The line on which the element's tag ends, from 1; for an attribute or a text, that of its element.
    public var line: Int {
        var node: xmlNodePtr? = unsafe pointer
        while let current = unsafe node, unsafe current.pointee.type != XML_ELEMENT_NODE {
            unsafe node = unsafe current.pointee.parent
        }
        return unsafe node.map { unsafe Int(bitPattern: $0.pointee._private) } ?? 0
    }

    /// The document and the line.
    public var place: Place {
        let line = line
        return Place(file: tree.file, line: line > 0 ? line : nil)
    }

    /// Whether both are one node of one tree.
    public func isSame(as other: MarkupNode) -> Bool { unsafe pointer == other.pointer }

    /// The elements directly within, in order.
    public var children: [MarkupNode] {
        guard unsafe pointer.pointee.type == XML_ELEMENT_NODE else { return [] }
        var children: [MarkupNode] = []
        var child = unsafe pointer.pointee.children
        while let current = unsafe child {
            if unsafe current.pointee.type == XML_ELEMENT_NODE { children.append(unsafe MarkupNode(tree, current)) }
            unsafe child = unsafe current.pointee.next
        }
        return children
    }

    /// The text within, with its blanks mended.
    ///
    /// Of HTML the text of scripts, styles, templates and of the anchors that tools set beside a term is left out, and what
    /// begins a line of its own, such as a paragraph, is set off by a blank.
    ///
    /// - Throws: ``EtudeError`` with code `data` for a control character.
    public var text: String {
        get throws(EtudeError) {
            var bytes: [UInt8] = []
            unsafe NodeText.append(pointer, isHTML: tree.syntax == .html, to: &bytes)
            return try tree.text(of: bytes, at: place)
        }
    }
}

@available(*, unavailable)
extension MarkupNode: Sendable {}
