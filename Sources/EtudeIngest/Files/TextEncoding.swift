import EtudeCore

/// How a file writes its text, told by rule: by the byte order mark; else by the zeros of UTF-16; else by what an XML
/// declaration or an HTML `meta` element says; else it is UTF-8.
enum TextEncoding: Equatable {
    case utf8
    case utf16(isBigEndian: Bool)
    case ascii
    /// Windows code page 1252, which is also meant by ISO-8859-1 (WHATWG Encoding Standard).
    case windows1252

    /// An encoding, and the bytes of the mark before the text.
    typealias Finding = (encoding: TextEncoding, markBytes: Int)

    /// Finds the encoding by a file's first bytes.
    static func find(in head: [UInt8], file: String) throws(EtudeError) -> Finding {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        let four = head.prefix(4)
        if four.elementsEqual([0xFF, 0xFE, 0, 0]) || four.elementsEqual([0, 0, 0xFE, 0xFF])
            || isPattern(four, [false, true, true, true]) || isPattern(four, [true, true, true, false])
        {
            throw refusal("UTF-32", file)
        }
        if head.starts(with: [0xFF, 0xFE]) { return (.utf16(isBigEndian: false), 2) }
        if head.starts(with: [0xFE, 0xFF]) { return (.utf16(isBigEndian: true), 2) }
        if isPattern(four, [false, true, false, true]) { return (.utf16(isBigEndian: false), 0) }
        if isPattern(four, [true, false, true, false]) { return (.utf16(isBigEndian: true), 0) }
        if head.starts(with: "+/v".utf8), let fourth = four.dropFirst(3).first, "89+/".utf8.contains(fourth) {
            throw refusal("UTF-7", file)
        }
        guard let label = DeclaredEncoding.label(in: head) else { return (.utf8, 0) }
        return (try named(label, file: file), 0)
    }

    /// Whether zeros stand just where a pattern has them.
    private static func isPattern(_ bytes: ArraySlice<UInt8>, _ zeros: [Bool]) -> Bool {
        bytes.count == zeros.count && zip(bytes, zeros).allSatisfy { ($0 == 0) == $1 && $0 < 0x80 }
    }

    private static func named(_ label: String, file: String) throws(EtudeError) -> TextEncoding {
        switch label.lowercased() {
        case "utf-8", "utf8": return .utf8
        case "us-ascii", "ascii": return .ascii
        case "iso-8859-1", "iso8859-1", "latin1", "windows-1252", "cp1252": return .windows1252
        default: throw refusal(label, file)
        }
    }

    private static func refusal(_ name: String, _ file: String) -> EtudeError {
        EtudeError(
            .data,
            "The file says that it is written in \(name), which is not read; save it in UTF-8.",
            at: Place(file: file, line: 1)
        )
    }
}
