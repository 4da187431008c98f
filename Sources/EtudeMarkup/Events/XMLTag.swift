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

    /// How many attributes the tag has of those that were asked for.
    public var attributeCount: Int { attributes.count }

    /// The name of an attribute, by its place in the tag.
    public func attributeName(at index: Int) -> Int { attributes[attributes.startIndex + index].name }
}
