/// Which of the texts in several languages counts (BCP 47 tags, RFC 4647 filtering).
struct LanguageChoice: Sendable {
    /// How well a text's language fits; the least fits best.
    enum Rank: UInt8, Sendable, Comparable {
        /// The language asked for.
        case exact
        /// A more special one, such as `en-GB` where `en` is asked for.
        case special
        /// No language at all.
        case none
        /// Another language.
        case other

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    private let wanted: [UInt8]

    /// A choice of one language; case does not matter.
    init(_ language: String) { wanted = language.utf8.map(Self.lowercased) }

    /// How well a tag fits; an empty one says that there is no language.
    func rank(_ tag: some Collection<UInt8>) -> Rank {
        guard !tag.isEmpty else { return .none }
        let tag = tag.lazy.map(Self.lowercased)
        guard tag.starts(with: wanted) else { return .other }
        if tag.count == wanted.count { return .exact }
        return tag.dropFirst(wanted.count).first == UInt8(ascii: "-") ? .special : .other
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
