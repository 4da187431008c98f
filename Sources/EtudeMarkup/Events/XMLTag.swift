/// The tag with which an element begins.
public struct XMLTag: Sendable {
    struct Attribute: Sendable {
        let name: Int
        let value: Range<Int>
    }

    /// The element's name, by its position among the names that were asked for; nil for any other.
    public let name: Int?
    /// The line on which the tag ends, from 1.
    public let line: Int
    let attributes: ArraySlice<Attribute>
    let bytes: [UInt8]

    /// The value of an attribute, by the position of its name; nil where the tag has none.
    public subscript(name: Int) -> ArraySlice<UInt8>? {
        for attribute in attributes where attribute.name == name { return bytes[attribute.value] }
        return nil
    }

    /// The names of the attributes that were asked for, in the tag's order.
    public var attributeNames: some Sequence<Int> { attributes.lazy.map(\.name) }
}
