/// A place in a JSON text (RFC 8259) that moves on over what it checks.
struct JSONCursor {
    let bytes: [UInt8]
    private let start: Int
    private let limit: Int
    private var index: Int
    private var depth = 0

    /// The start of a range.
    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        start = range.lowerBound
        limit = range.upperBound
        index = start
    }

    /// The byte at hand; nil at the end.
    var peek: UInt8? { index < limit ? bytes[index] : nil }

    /// Goes on to the next byte that is no blank.
    mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    /// Checks that all bytes of the range are text.
    func checkUTF8() throws(JSONError) {
        let text = bytes.span.extracting(start..<limit)
        guard !text.isUTF8 else { return }
        do {
            _ = try UTF8Span(validating: text)
        } catch {
            throw JSONError(offset: error.byteOffsets.lowerBound, problem: "the text is not valid UTF-8")
        }
    }

    /// Checks that only blanks are left.
    mutating func end() throws(JSONError) {
        skipBlanks()
        guard index == limit else { throw expected("the end of the text") }
    }

    /// Goes past one value.
    mutating func value() throws(JSONError) -> JSONScanner.Value {
        skipBlanks()
        guard let byte = peek else { throw expected("a value") }
        let first = index
        switch byte {
        case UInt8(ascii: "\""): return try string()
        case UInt8(ascii: "{"):
            try object { (_, _) throws(JSONError) in }
            return JSONScanner.Value(kind: .object, range: first..<index, hasEscapes: false)
        case UInt8(ascii: "["):
            try array()
            return JSONScanner.Value(kind: .array, range: first..<index, hasEscapes: false)
        case UInt8(ascii: "t"): return try word("true", .bool)
        case UInt8(ascii: "f"): return try word("false", .bool)
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            try number()
            return JSONScanner.Value(kind: .number, range: first..<index, hasEscapes: false)
        default: throw expected("a value")
        }
    }

    /// Goes past an object and shows each member.
    mutating func object(
        _ body: (_ key: JSONScanner.Value, _ value: JSONScanner.Value) throws(JSONError) -> Void
    ) throws(JSONError) {
        try enter()
        skipBlanks()
        if take(UInt8(ascii: "}")) { return leave() }
        repeat {
            skipBlanks()
            guard peek == UInt8(ascii: "\"") else { throw expected("a key in quotes") }
            let key = try string()
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw expected("a colon") }
            try body(key, try value())
            skipBlanks()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw expected("a comma or the end of the object") }
        leave()
    }

    private mutating func array() throws(JSONError) {
        try enter()
        skipBlanks()
        if take(UInt8(ascii: "]")) { return leave() }
        repeat {
            _ = try value()
            skipBlanks()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw expected("a comma or the end of the list") }
        leave()
    }

    /// Goes past a text.
    mutating func string() throws(JSONError) -> JSONScanner.Value {
        index += 1
        let first = index
        var hasEscapes = false
        while true {
            index = Self.endOfPlain(from: index, to: limit, in: bytes.span)
            guard let byte = peek else { throw expected("the end of a text") }
            index += 1
            switch byte {
            case UInt8(ascii: "\""):
                return JSONScanner.Value(kind: .string, range: first..<index - 1, hasEscapes: hasEscapes)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                try escape()
            default:
                index -= 1
                throw expected("no raw control character in a text")
            }
        }
    }

    /// Where the next quote, backslash or control character stands.
    private static func endOfPlain(from start: Int, to end: Int, in bytes: Span<UInt8>) -> Int {
        var index = start + bytes.extracting(start..<end).plainPrefix
        while index < end {
            let byte = bytes[index]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
            index += 1
        }
        return index
    }

    private mutating func escape() throws(JSONError) {
        guard let byte = peek else { throw expected("an escape") }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            index += 1
        case UInt8(ascii: "u"):
            index += 1
            guard index + 4 <= limit, bytes[index..<index + 4].allSatisfy(Self.isHexadecimal) else {
                throw expected("four hexadecimal digits")
            }
            index += 4
        default: throw expected("a known escape")
        }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }

    private mutating func number() throws(JSONError) {
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
    }

    private mutating func digits() throws(JSONError) {
        let first = index
        while let byte = peek, (0x30...0x39).contains(byte) { index += 1 }
        guard index > first else { throw expected("a digit") }
    }

    private mutating func word(_ word: String, _ kind: JSONScanner.Value.Kind) throws(JSONError)
        -> JSONScanner.Value
    {
        let first = index
        for letter in word.utf8 {
            guard take(letter) else { throw JSONError(offset: first - start, problem: "expected a value") }
        }
        return JSONScanner.Value(kind: kind, range: first..<index, hasEscapes: false)
    }

    /// Goes into a list or an object.
    mutating func enter() throws(JSONError) {
        index += 1
        depth += 1
        guard depth <= JSONParser.maximumDepth else {
            throw JSONError(
                offset: index - start,
                problem: "lists and objects stand more than \(JSONParser.maximumDepth) deep"
            )
        }
    }

    /// Comes out of a list or an object.
    mutating func leave() {
        depth -= 1
    }

    /// Where in the range a byte stands.
    func offset(of index: Int) -> Int { index - start }

    /// Goes past a byte if it is at hand, and says whether it was.
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        index += 1
        return true
    }

    /// An error at the place.
    func expected(_ what: String) -> JSONError {
        JSONError(
            offset: index - start,
            problem: index < limit ? "expected \(what)" : "the text ends where \(what) is expected"
        )
    }
}
