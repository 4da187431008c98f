/// How large and how deep a document may be before it is refused.
public struct MarkupLimits: Sendable, Hashable {
    /// Bytes of UTF-8 that the whole document may have.
    public var bytes: Int
    /// How deep elements may stand in one another.
    public var depth: Int
    /// Attributes and namespace declarations that one element may have.
    public var attributes: Int
    /// Bytes that one text, comment or tag may have.
    public var textBytes: Int
    /// Bytes of memory that a tree of the document may take, by estimate.
    public var treeBytes: Int

    /// Limits on one document; without any, 4 GiB, 200 deep, 256 attributes, 8 MiB of text and 128 MiB of tree.
    public init(
        bytes: Int = 4 << 30,
        depth: Int = 200,
        attributes: Int = 256,
        textBytes: Int = 8 << 20,
        treeBytes: Int = 128 << 20
    ) {
        self.bytes = bytes
        self.depth = depth
        self.attributes = attributes
        self.textBytes = textBytes
        self.treeBytes = treeBytes
    }

    /// The limits on a document that is held in memory as a whole: 64 MiB, and otherwise as usual.
    public static let tree = MarkupLimits(bytes: 64 << 20)
}
