/// Addresses that stand relative to others (RFC 3986, section 5), which may have characters beyond ASCII (RFC 3987).
public struct URIReference: Sendable {
    private let scheme: Substring?
    private let authority: Substring?
    private let path: Substring
    private let query: Substring?
    private let fragment: Substring?

    /// The absolute address that a reference means.
    ///
    /// - Parameters:
    ///   - reference: an address, absolute or relative.
    ///   - base: the address to which it may be relative; empty where none is known.
    /// - Returns: the absolute address, or the reference itself where there is no base.
    public static func resolve(_ reference: String, base: String) -> String {
        guard !base.isEmpty, !isAbsolute(reference.utf8.span) else { return reference }
        return URIReference(reference).text(relativeTo: URIReference(base))
    }

    /// Whether an address begins with a scheme, such as `https:`.
    ///
    /// - Parameter reference: the address in UTF-8.
    /// - Returns: whether it does.
    public static func isAbsolute(_ reference: Span<UInt8>) -> Bool {
        for position in reference.indices {
            switch reference[position] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                if position == 0 { return false }
            case UInt8(ascii: ":"): return position > 0
            default: return false
            }
        }
        return false
    }

    private init(_ text: String) {
        var rest = text[...]
        let mark = rest.firstIndex(of: "#") ?? rest.endIndex
        fragment = mark < rest.endIndex ? rest[rest.index(after: mark)...] : nil
        rest = rest[..<mark]
        let question = rest.firstIndex(of: "?") ?? rest.endIndex
        query = question < rest.endIndex ? rest[rest.index(after: question)...] : nil
        rest = rest[..<question]
        let colon = rest.firstIndex(of: ":")
        if let colon, Self.isAbsolute(text.utf8.span) {
            scheme = rest[..<colon]
            rest = rest[rest.index(after: colon)...]
        } else {
            scheme = nil
        }
        if rest.hasPrefix("//") {
            rest = rest.dropFirst(2)
            let slash = rest.firstIndex(of: "/") ?? rest.endIndex
            authority = rest[..<slash]
            rest = rest[slash...]
        } else {
            authority = nil
        }
        path = rest
    }

    private func text(relativeTo base: URIReference) -> String {
        var text = base.scheme.map { "\($0):" } ?? ""
        if let authority = authority ?? base.authority { text += "//\(authority)" }
        if authority != nil || path.hasPrefix("/") {
            text += Self.withoutDots(path)
        } else if path.isEmpty {
            text += base.path
        } else {
            let folder = base.path.lastIndex(of: "/").map { base.path[...$0] } ?? (base.authority == nil ? "" : "/")
            text += Self.withoutDots(folder + path)
        }
        if let query = query ?? (authority == nil && path.isEmpty ? base.query : nil) { text += "?\(query)" }
        if let fragment { text += "#\(fragment)" }
        return text
    }

    /// The path without `.` and `..`.
    private static func withoutDots(_ path: Substring) -> String {
        var kept: [Substring] = []
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            switch part {
            case ".": if isLast { kept.append("") }
            case "..":
                if kept.count > (path.hasPrefix("/") ? 1 : 0) { kept.removeLast() }
                if isLast { kept.append("") }
            default: kept.append(part)
            }
        }
        return kept.joined(separator: "/")
    }
}
