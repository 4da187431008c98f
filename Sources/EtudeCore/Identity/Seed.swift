/// A seed from which everything random in one place follows.
///
/// Seeds form a tree: a child is the leading 63 bits of SHA-256 over the parent and the labels, so that no two uses share a
/// stream and none depends on the order in which work is done.
public struct Seed: Sendable, Hashable, CustomStringConvertible {
    /// The seed as a number below 2^63.
    public let value: UInt64

    /// A seed with a given value.
    ///
    /// - Parameter value: any number; the top bit is dropped.
    public init(_ value: UInt64) {
        self.value = value & (1 << 63 - 1)
    }

    /// The seed of a labelled use below this one.
    ///
    /// - Parameter labels: what the child is for, outermost first; no label may hold a line feed.
    /// - Returns: the child.
    public func child(_ labels: String...) -> Seed {
        var text = "etude-seed-1\n\(value)\n"
        for (index, label) in labels.enumerated() {
            if index > 0 { text += "\n" }
            text += label
        }
        return Seed(SHA256.digest(of: text).leadingWord)
    }

    /// Sixteen hexadecimal digits, as a row shows it.
    public var description: String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }

    /// The 31 bits that servers keep of a seed (llama.cpp keeps 32, some take a signed number).
    public var wire: Int { Int(value & 0x7FFF_FFFF) }
}
