import EtudeCore
import EtudeStore

/// Walks through one JSON document, whose size does not matter, to a list, and gives its elements one by one.
struct JSONElements: ~Copyable {
    /// The bytes that one element, or one value beside the list, may have.
    static let maximumBytes = 4 << 20

    private let source: any ByteReader
    private let file: String
    private var buffer: [UInt8] = []
    private var index = 0
    private var line = 1

    init(_ source: any ByteReader, file: String) {
        self.source = source
        self.file = file
    }

    /// Reads the document to its end and shows each element of the list.
    ///
    /// - Parameters:
    ///   - path: the keys that lead to the list; none where the document is the list.
    ///   - body: what takes an element with its place.
    /// - Throws: ``EtudeError`` with code `data` for what is no JSON, no list or too large, with its line.
    consuming func read(
        _ path: [String],
        _ body: (JSONValue, Place) throws(EtudeError) -> Void
    ) throws(EtudeError) {
        try value(at: path[...], body)
        guard try peek() == nil else { throw problem("the end of the text is expected") }
    }

    private mutating func value(
        at path: ArraySlice<String>,
        _ body: (JSONValue, Place) throws(EtudeError) -> Void
    ) throws(EtudeError) {
        guard let key = path.first else { return try list(body) }
        guard try take(UInt8(ascii: "{")) else { throw misplaced("An object with the key `\(key)` is expected here") }
        var isFound = false
        try members { (elements, name) throws(EtudeError) in
            guard name == key else { return try elements.skip(depth: 1) }
            guard !isFound else { throw elements.problem("the key \"\(key)\" stands twice") }
            isFound = true
            try elements.value(at: path.dropFirst(), body)
        }
        guard isFound else { throw misplaced("There is no key `\(key)`, which should lead to the entries") }
    }

    private mutating func list(_ body: (JSONValue, Place) throws(EtudeError) -> Void) throws(EtudeError) {
        guard try take(UInt8(ascii: "[")) else { throw misplaced("A list of entries is expected here") }
        try elements { (elements) throws(EtudeError) in
            _ = try elements.peek()
            let place = Place(file: elements.file, line: elements.line)
            try body(elements.parsed(), place)
        }
    }

    /// Goes past a value that nobody wants.
    private mutating func skip(depth: Int) throws(EtudeError) {
        guard depth <= JSONParser.maximumDepth else {
            throw problem("lists and objects stand more than \(JSONParser.maximumDepth) deep")
        }
        if try take(UInt8(ascii: "[")) {
            try elements { (elements) throws(EtudeError) in try elements.skip(depth: depth + 1) }
        } else if try take(UInt8(ascii: "{")) {
            try members { (elements, _) throws(EtudeError) in try elements.skip(depth: depth + 1) }
        } else {
            _ = try parsed()
        }
    }

    /// Shows the members of an object whose brace is taken, each at its value.
    private mutating func members(
        _ body: (inout JSONElements, String) throws(EtudeError) -> Void
    ) throws(EtudeError) {
        if try take(UInt8(ascii: "}")) { return }
        repeat {
            guard try peek() == UInt8(ascii: "\""), let name = try parsed().string else {
                throw problem("a key in quotes is expected")
            }
            guard try take(UInt8(ascii: ":")) else { throw problem("a colon is expected") }
            try body(&self, name)
        } while try take(UInt8(ascii: ","))
        guard try take(UInt8(ascii: "}")) else { throw problem("a comma or the end of the object is expected") }
    }

    /// Shows the elements of a list whose bracket is taken.
    private mutating func elements(_ body: (inout JSONElements) throws(EtudeError) -> Void) throws(EtudeError) {
        if try take(UInt8(ascii: "]")) { return }
        repeat { try body(&self) } while try take(UInt8(ascii: ","))
        guard try take(UInt8(ascii: "]")) else { throw problem("a comma or the end of the list is expected") }
    }

    /// The value at hand.
    private mutating func parsed() throws(EtudeError) -> JSONValue {
        guard try peek() != nil else { throw problem("the text ends where a value is expected") }
        let first = line
        let bytes = try captured()
        do {
            return try JSONParser.parse(bytes)
        } catch {
            let lines = bytes.prefix(error.offset).count { $0 == 0x0A }
            throw Self.failure(error.problem, Place(file: file, line: first + lines))
        }
    }

    /// The bytes of the value at hand, by its brackets and quotes alone.
    private mutating func captured() throws(EtudeError) -> [UInt8] {
        var bytes: [UInt8] = []
        var depth = 0
        var isInText = false
        var isEscaped = false
        while try fill() {
            let start = index
            var isEnd = false
            while index < buffer.count, !isEnd {
                let byte = buffer[index]
                if isInText {
                    if byte == UInt8(ascii: "\""), !isEscaped { isInText = false }
                    isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
                    isEnd = !isInText && depth == 0
                } else {
                    switch byte {
                    case UInt8(ascii: "\""): isInText = true
                    case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
                    case UInt8(ascii: "]"), UInt8(ascii: "}"):
                        guard depth > 0 else { return bytes + buffer[start..<index] }
                        depth -= 1
                        isEnd = depth == 0
                    case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x09, 0x0A, 0x0D:
                        guard depth > 0 else { return bytes + buffer[start..<index] }
                    default: break
                    }
                }
                if byte == 0x0A { line += 1 }
                index += 1
                if depth > JSONParser.maximumDepth {
                    throw problem("lists and objects stand more than \(JSONParser.maximumDepth) deep")
                }
            }
            bytes += buffer[start..<index]
            guard bytes.count <= Self.maximumBytes else {
                throw problem("a value has more than \(Self.maximumBytes >> 20) MiB")
            }
            if isEnd { break }
        }
        return bytes
    }

    /// The next byte that is no blank; nil at the end.
    private mutating func peek() throws(EtudeError) -> UInt8? {
        while try fill() {
            let byte = buffer[index]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            if byte == 0x0A { line += 1 }
            index += 1
        }
        return nil
    }

    private mutating func take(_ byte: UInt8) throws(EtudeError) -> Bool {
        guard try peek() == byte else { return false }
        index += 1
        return true
    }

    /// Whether a byte is at hand.
    private mutating func fill() throws(EtudeError) -> Bool {
        guard index == buffer.count else { return true }
        buffer = try source.read()
        index = 0
        return !buffer.isEmpty
    }

    private func problem(_ problem: String) -> EtudeError { Self.failure(problem, Place(file: file, line: line)) }

    static func failure(_ problem: String, _ place: Place) -> EtudeError {
        EtudeError(.data, "The text is not JSON as it should be: \(problem.excerpt).", at: place)
    }

    private func misplaced(_ message: String) -> EtudeError {
        EtudeError(
            .data,
            "\(message); say with `--entries key.key` where the list of entries stands.",
            at: Place(file: file, line: line)
        )
    }
}
