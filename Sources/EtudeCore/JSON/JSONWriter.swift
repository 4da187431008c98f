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
        let source = Array(text.utf8)
        JSONText.quote(source, source.indices, to: &bytes)
    }
}
