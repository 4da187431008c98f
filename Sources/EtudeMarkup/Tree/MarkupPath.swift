import CLibXML2

/// An XPath that has been read.
@safe public final class MarkupPath {
    /// The path as it was written.
    public let expression: String
    let compiled: xmlXPathCompExprPtr

    init(_ expression: String, _ compiled: xmlXPathCompExprPtr) {
        self.expression = expression
        unsafe self.compiled = unsafe compiled
    }

    deinit { unsafe xmlXPathFreeCompExpr(compiled) }
}

@available(*, unavailable)
extension MarkupPath: Sendable {}
