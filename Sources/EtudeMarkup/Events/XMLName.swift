/// A name of XML with its namespace.
public struct XMLName: Sendable, Hashable {
    /// The namespace's address; nil for a name in none.
    public let namespace: String?
    /// The name without a prefix.
    public let local: String

    /// A name.
    public init(_ namespace: String?, _ local: String) {
        self.namespace = namespace
        self.local = local
    }
}
