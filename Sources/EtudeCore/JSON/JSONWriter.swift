/// Writes canonical JSON: keys in the order given, no blanks, shortest round-trip numbers, UTF-8, control characters and
/// U+2028/U+2029 escaped (readers that split lines would break on them).
///
/// Rows are written straight into it, without a tree.
public struct JSONWriter: Sendable {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []
    /// Whether a comma is due before the next value of each open list or object.
    private var needsComma: [Bool] = []

    /// An empty writer.
    public init() {}

    /// Writes an object whose members `body` writes.
    public mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
        separate()
        try nested(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), body)
    }

    /// Writes a list whose elements `body` writes.
    public mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
        separate()
        try nested(open: UInt8(ascii: "["), close: UInt8(ascii: "]"), body)
    }

    /// Writes a list of texts.
    public mutating func strings(_ texts: some Sequence<String>) {
        array { writer in
            for text in texts { writer.string(text) }
        }
    }

    /// Writes a key; its value must follow.
    public mutating func key(_ name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        if !needsComma.isEmpty { needsComma[needsComma.count - 1] = false }
    }

    /// Writes a text.
    public mutating func string(_ text: String) {
        separate()
        quote(text)
    }

    /// Writes a whole number.
    public mutating func int(_ number: Int) {
        separate()
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Writes a number; it must be finite.
    public mutating func double(_ number: Double) {
        precondition(number.isFinite, "JSON has no infinite numbers.")
        separate()
        bytes.append(contentsOf: number.description.utf8)
    }

    /// Writes a truth value.
    public mutating func bool(_ truth: Bool) {
        separate()
        bytes.append(contentsOf: (truth ? "true" : "false").utf8)
    }

    /// Writes `null`.
    public mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
    }

    /// Writes a whole document.
    public mutating func write(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let truth): bool(truth)
        case .int(let number): int(number)
        case .double(let number): double(number)
        case .string(let text): string(text)
        case .array(let elements):
            array { writer in
                for element in elements { writer.write(element) }
            }
        case .object(let members):
            object { writer in
                for member in members {
                    writer.key(member.key)
                    writer.write(member.value)
                }
            }
        }
    }

    /// Ends a line of JSON Lines.
    public mutating func endLine() {
        precondition(needsComma.isEmpty, "A line ends outside all lists and objects.")
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Forgets what has been written but keeps the memory.
    public mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        needsComma.removeAll(keepingCapacity: true)
    }

    private mutating func nested(open: UInt8, close: UInt8, _ body: (inout JSONWriter) throws -> Void) rethrows {
        bytes.append(open)
        needsComma.append(false)
        try body(&self)
        needsComma.removeLast()
        bytes.append(close)
    }

    private mutating func separate() {
        guard let due = needsComma.last else { return }
        if due { bytes.append(UInt8(ascii: ",")) }
        needsComma[needsComma.count - 1] = true
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        let source = Array(text.utf8)
        var written = 0
        var position = Self.endOfPlain(from: 0, in: source)
        while position < source.count {
            if let (unit, length) = Self.escapedUnit(at: position, in: source) {
                bytes += source[written..<position]
                escape(unit)
                position += length
                written = position
            } else {
                position += 1
            }
            position = Self.endOfPlain(from: position, in: source)
        }
        bytes += source[written...]
        bytes.append(UInt8(ascii: "\""))
    }

    private static let digits = Array("0123456789abcdef".utf8)

    /// Where a run of bytes ends that are written as they are, or a little earlier.
    private static func endOfPlain(from start: Int, in source: [UInt8]) -> Int {
        let block = 32
        var position = start
        while position + block <= source.count {
            // All bytes of a block are asked alike, so that the compiler asks them at once.
            var special: UInt8 = 0
            for byte in source[position..<position + block] { special |= isSpecial(byte) }
            guard special == 0 else { break }
            position += block
        }
        while position < source.count, isSpecial(source[position]) == 0 { position += 1 }
        return position
    }

    /// 1 for a byte that is not written as it is, or not always; else 0.
    private static func isSpecial(_ byte: UInt8) -> UInt8 {
        (byte &- 0x20 > 0x5E ? 1 : 0) | (byte == UInt8(ascii: "\"") ? 1 : 0) | (byte == UInt8(ascii: "\\") ? 1 : 0)
    }

    /// The code unit at a position and its length in bytes; nil for one that is written as it is.
    private static func escapedUnit(at position: Int, in source: [UInt8]) -> (unit: UInt16, length: Int)? {
        switch source[position] {
        case let byte where byte < 0x80: isSpecial(byte) == 1 ? (UInt16(byte), 1) : nil
        // U+0080 to U+009F are C2 80 to C2 9F, U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
        case 0xC2 where source[position + 1] < 0xA0: (UInt16(source[position + 1]), 2)
        case 0xE2 where source[position + 1] == 0x80 && source[position + 2] & 0xFE == 0xA8:
            (0x2000 + UInt16(source[position + 2]) - 0x80, 3)
        default: nil
        }
    }

    private mutating func escape(_ unit: UInt16) {
        bytes.append(UInt8(ascii: "\\"))
        switch unit {
        case 0x22, 0x5C: bytes.append(UInt8(unit))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        default:
            bytes.append(UInt8(ascii: "u"))
            for shift in [12, 8, 4, 0] as [UInt16] { bytes.append(Self.digits[Int(unit >> shift & 15)]) }
        }
    }
}
