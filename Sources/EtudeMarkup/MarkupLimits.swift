/// How large and how deep a document may be before it is refused.
public struct MarkupLimits: Sendable, Hashable {
    /// Bytes of UTF-8 that the whole document may have.
    public var bytes: Int
    /// How deep elements may stand in one another.
    public var depth: Int
    /// Attributes that one element may have.
    public var attributes: Int
    /// Bytes that one text, comment or attribute value may have.
    public var textBytes: Int

    /// Limits on one document; without any, 4 GiB, 200 deep, 256 attributes and 8 MiB of text.
    public init(bytes: Int = 4 << 30, depth: Int = 200, attributes: Int = 256, textBytes: Int = 8 << 20) {
        self.bytes = bytes
        self.depth = depth
        self.attributes = attributes
        self.textBytes = textBytes
    }
}
