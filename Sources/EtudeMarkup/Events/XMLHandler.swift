public import EtudeCore

/// Takes the events of an XML document in their order.
public protocol XMLHandler {
    /// An element begins.
    mutating func start(_ tag: XMLTag) throws(EtudeError)

    /// A part of a text in UTF-8; a text may come in several.
    mutating func text(_ bytes: Span<UInt8>) throws(EtudeError)

    /// The element that began last, and has not ended yet, ends.
    mutating func end() throws(EtudeError)
}
