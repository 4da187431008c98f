import CLibXML2

/// Addresses that stand relative to others (RFC 3986, section 5).
public enum URIReference: Sendable {
    /// The absolute address that a reference means.
    ///
    /// - Parameters:
    ///   - reference: an address, absolute or relative.
    ///   - base: the address to which it may be relative; empty where none is known.
    /// - Returns: the absolute address, or the reference itself where there is no base or either is no address.
    public static func resolve(_ reference: String, base: String) -> String {
        guard !base.isEmpty, !isAbsolute(reference) else { return reference }
        guard let resolved = unsafe xmlBuildURI(reference, base) else { return reference }
        defer { unsafe etude_xml_free(resolved) }
        return unsafe String(cString: resolved)
    }

    /// Whether an address begins with a scheme, such as `https:`.
    public static func isAbsolute(_ reference: String) -> Bool {
        var position = 0
        for byte in reference.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                if position == 0 { return false }
            case UInt8(ascii: ":"): return position > 0
            default: return false
            }
            position += 1
        }
        return false
    }
}
