/// A strict reader of JSON (RFC 8259) that keeps the order of keys.
///
/// It differs from Foundation's in what this project needs: one escape of a lone surrogate becomes U+FFFD instead of losing
/// the whole document, duplicate keys are an error, and every error has its byte offset.
public struct JSONParser: Sendable {
    /// Lists and objects may stand in one another this deep.
    public static let maximumDepth = 256

    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads one document.
    ///
    /// - Parameter text: the whole text; blanks around the document are allowed.
    /// - Returns: the document.
    /// - Throws: ``JSONError`` with the offset and what was expected there.
    public static func parse(_ text: String) throws(JSONError) -> JSONValue {
        try parse(Array(text.utf8))
    }

    /// Reads one document.
    ///
    /// - Parameter bytes: the whole text in UTF-8; blanks around the document are allowed.
    /// - Returns: the document.
    /// - Throws: ``JSONError`` with the offset and what was expected there.
    public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
        var parser = JSONParser(bytes)
        let value = try parser.value()
        parser.skipBlanks()
        guard parser.index == bytes.count else { throw parser.expected("the end of the text") }
        return value
    }

    private mutating func value() throws(JSONError) -> JSONValue {
        skipBlanks()
        guard let byte = peek else { throw expected("a value") }
        switch byte {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try list()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw expected("a value")
        }
    }

    private mutating func object() throws(JSONError) -> JSONValue {
        try enter()
        var members: [JSONMember] = []
        // Most objects have few keys, among which looking is quicker than hashing.
        var keys: Set<String> = []
        skipBlanks()
        if take(UInt8(ascii: "}")) {
            depth -= 1
            return .object(members)
        }
        repeat {
            skipBlanks()
            guard peek == UInt8(ascii: "\"") else { throw expected("a key in quotes") }
            let key = try string()
            if members.count == 8 { keys = Set(members.map(\.key)) }
            let isNew = members.count < 8 ? !members.contains { $0.key == key } : keys.insert(key).inserted
            guard isNew else {
                throw JSONError(offset: index, problem: "the key \"\(key)\" stands twice")
            }
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw expected("a colon") }
            members.append(JSONMember(key, try value()))
            skipBlanks()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw expected("a comma or the end of the object") }
        depth -= 1
        return .object(members)
    }

    private mutating func list() throws(JSONError) -> JSONValue {
        try enter()
        var elements: [JSONValue] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) {
            depth -= 1
            return .array(elements)
        }
        repeat {
            elements.append(try value())
            skipBlanks()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw expected("a comma or the end of the list") }
        depth -= 1
        return .array(elements)
    }

    private mutating func string() throws(JSONError) -> String {
        index += 1
        var text: [UInt8] = []
        var start = index
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                let run = bytes[start..<index]
                index += 1
                let whole = String(validating: text.isEmpty ? run : (text + run)[...], as: UTF8.self)
                guard let whole else { throw JSONError(offset: start, problem: "the text is not valid UTF-8") }
                return whole
            case UInt8(ascii: "\\"):
                text.append(contentsOf: bytes[start..<index])
                index += 1
                text.append(contentsOf: try escape().utf8)
                start = index
            case 0..<0x20:
                throw expected("no raw control character in a text")
            default:
                index += 1
            }
        }
        throw expected("the end of a text")
    }

    private mutating func escape() throws(JSONError) -> Unicode.Scalar {
        guard let byte = peek else { throw expected("an escape") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let unit = try hexUnit()
            guard (0xD800..<0xDC00).contains(unit), bytes[index...].starts(with: [0x5C, 0x75]) else {
                return Unicode.Scalar(unit) ?? "\u{FFFD}"
            }
            let mark = index
            index += 2
            let low = try hexUnit()
            guard (0xDC00..<0xE000).contains(low) else {
                index = mark
                return "\u{FFFD}"
            }
            return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
        default:
            index -= 1
            throw expected("a known escape")
        }
    }

    private mutating func hexUnit() throws(JSONError) -> UInt32 {
        guard index + 4 <= bytes.count,
            let digits = String(validating: bytes[index..<index + 4], as: UTF8.self),
            digits.allSatisfy(\.isHexDigit), let unit = UInt32(digits, radix: 16)
        else { throw expected("four hexadecimal digits") }
        index += 4
        return unit
    }

    private mutating func number() throws(JSONError) -> JSONValue {
        let start = index
        var isWhole = true
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) {
            isWhole = false
            try digits()
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isWhole = false
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        if isWhole, let number = Int(text) { return .int(number) }
        guard let number = Double(text), number.isFinite else {
            throw JSONError(offset: start, problem: "the number \(text) is out of range")
        }
        return .double(number)
    }

    private mutating func digits() throws(JSONError) {
        let start = index
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
        guard index > start else { throw expected("a digit") }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
        guard bytes[index...].starts(with: word.utf8) else { throw expected("a value") }
        index += word.utf8.count
        return value
    }

    private mutating func enter() throws(JSONError) {
        index += 1
        depth += 1
        guard depth <= Self.maximumDepth else {
            throw JSONError(offset: index, problem: "lists and objects stand more than \(Self.maximumDepth) deep")
        }
    }

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        index += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    private func expected(_ what: String) -> JSONError {
        JSONError(
            offset: index,
            problem: index < bytes.count ? "expected \(what)" : "the text ends where \(what) is expected"
        )
    }
}
