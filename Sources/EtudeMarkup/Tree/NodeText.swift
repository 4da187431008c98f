import CLibXML2

/// Gathers the text within a node, without recursion.
enum NodeText {
    private static let hidden: Set<String> = ["script", "style", "template"]
    /// Elements of HTML that stand on lines of their own.
    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
        "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
        "tr", "ul",
    ]

    /// Adds the text of a node and of all within it.
    static func append(_ top: xmlNodePtr, isHTML: Bool, to bytes: inout [UInt8]) {
        var node = unsafe top
        while true {
            var child: xmlNodePtr?
            switch unsafe node.pointee.type {
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if let content = unsafe node.pointee.content {
                    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
                }
            case XML_ELEMENT_NODE where isHTML:
                unsafe setOff(node, &bytes)
                unsafe child = unsafe isHidden(node) ? nil : node.pointee.children
            case XML_ELEMENT_NODE, XML_ATTRIBUTE_NODE:
                unsafe child = unsafe node.pointee.children
            default: break
            }
            if let child = unsafe child {
                unsafe node = unsafe child
                continue
            }
            while unsafe node != top, unsafe node.pointee.next == nil, let parent = unsafe node.pointee.parent {
                unsafe node = unsafe parent
                if isHTML { unsafe setOff(node, &bytes) }
            }
            guard unsafe node != top, let next = unsafe node.pointee.next else { return }
            unsafe node = unsafe next
        }
    }

    private static func setOff(_ node: xmlNodePtr, _ bytes: inout [UInt8]) {
        guard let name = unsafe node.pointee.name, unsafe blocks.contains(String(cString: name)) else { return }
        bytes.append(0x20)
    }

    private static func isHidden(_ node: xmlNodePtr) -> Bool {
        guard let pointer = unsafe node.pointee.name else { return false }
        let name = unsafe String(cString: pointer)
        guard name == "a" else { return hidden.contains(name) }
        guard let kind = unsafe xmlGetNoNsProp(node, "class") else { return false }
        defer { unsafe etude_xml_free(kind) }
        return unsafe String(cString: kind).split(separator: " ").contains("headerlink")
    }
}
