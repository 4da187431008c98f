import CLibXML2

/// Mends what the parser of HTML leaves otherwise than browsers do.
enum HTMLMending {
    /// Sets each term and definition of a list that stands in another of the same list behind it.
    ///
    /// A `dt` or `dd` without an end is not ended by the next one of its kind.
    static func partDefinitions(_ root: xmlNodePtr) {
        var node: xmlNodePtr? = unsafe root
        while let current = unsafe node {
            if unsafe isPart(current) { unsafe moveParts(of: current) }
            unsafe node = unsafe following(current, within: root)
        }
    }

    private static func moveParts(of part: xmlNodePtr) {
        var child = unsafe part.pointee.last
        while let current = unsafe child {
            unsafe child = unsafe current.pointee.prev
            guard unsafe isPart(current) else { continue }
            unsafe xmlUnlinkNode(current)
            _ = unsafe xmlAddNextSibling(part, current)
        }
    }

    private static func isPart(_ node: xmlNodePtr) -> Bool {
        unsafe xmlStrEqual(node.pointee.name, "dt") != 0 || xmlStrEqual(node.pointee.name, "dd") != 0
    }

    /// The next node in the document's order.
    private static func following(_ node: xmlNodePtr, within root: xmlNodePtr) -> xmlNodePtr? {
        if let child = unsafe node.pointee.children { return unsafe child }
        var current = unsafe node
        while unsafe current != root {
            if let next = unsafe current.pointee.next { return unsafe next }
            guard let parent = unsafe current.pointee.parent else { return nil }
            unsafe current = unsafe parent
        }
        return nil
    }
}
