/// A clause that shows a skill, with places that are filled from a topic's lexicon.
///
/// It is written as text with places in braces: `{thing}`, `{other_role}`, and `{a place}` where the article comes along.
public struct Realization: Sendable, Hashable {
    /// A place in the clause.
    public struct Slot: Sendable, Hashable {
        /// What fills it.
        public let kind: Lexicon.Kind
        /// Whether it takes another entry than the plain place of the same kind.
        public let isOther: Bool
        /// Whether `a` or `an` stands before the entry.
        public let hasArticle: Bool
    }

    /// A run of fixed words, or a place.
    public enum Piece: Sendable, Hashable {
        /// Fixed words, blanks included.
        case text(String)
        /// A place.
        case slot(Slot)
    }

    /// The clause as it was written.
    public let source: String
    /// The clause in its pieces.
    public let pieces: [Piece]

    /// Reads a clause.
    ///
    /// - Parameter source: the clause with its places in braces.
    /// - Throws: ``EtudeError`` with code `data` for an unclosed brace or an unknown place.
    public init(_ source: String) throws(EtudeError) {
        var pieces: [Piece] = []
        var rest = source[...]
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else {
                throw EtudeError(.data, "The realization \"\(source)\" opens a brace and does not close it.")
            }
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            let name = String(rest[rest.index(after: open)..<close])
            guard let slot = Slot(name) else {
                throw EtudeError(
                    .data,
                    "The realization \"\(source)\" has the unknown place {\(name)}; known are {thing}, {act}, {place} and "
                        + "{role}, each also as {other_thing} and with its article as {a thing}."
                )
            }
            pieces.append(.slot(slot))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.source = source
        self.pieces = pieces
    }

    /// The places, in order.
    public var slots: [Slot] {
        pieces.compactMap { if case .slot(let slot) = $0 { slot } else { nil } }
    }
}

extension Realization.Slot {
    /// Reads what stands between the braces.
    init?(_ name: String) {
        var name = name[...]
        let hasArticle = name.hasPrefix("a ")
        if hasArticle { name = name.dropFirst(2) }
        let isOther = name.hasPrefix("other_")
        if isOther { name = name.dropFirst(6) }
        guard let kind = Lexicon.Kind(rawValue: String(name)) else { return nil }
        self.init(kind: kind, isOther: isOther, hasArticle: hasArticle)
    }
}
