public import EtudeCore

/// Finds the outermost balanced JSON objects in running text, in one pass.
///
/// Quotation marks count inside braces only. A line end inside a quotation shows that the brace before was no JSON, and the search
/// goes on after it.
public struct ObjectScan: Sendable {
    /// The objects that could be read, in order.
    public private(set) var objects: [JSONValue] = []
    /// What stands in braces and could not be read, or was not closed.
    public private(set) var broken = ""

    /// Searches a text.
    public init(_ text: String) {
        let bytes = Array(text.utf8)
        var start = 0
        var depth = 0
        var isQuoted = false
        var isEscaped = false
        for (index, byte) in bytes.enumerated() {
            if isQuoted {
                switch byte {
                case _ where isEscaped: isEscaped = false
                case UInt8(ascii: "\\"): isEscaped = true
                case UInt8(ascii: "\""): isQuoted = false
                case UInt8(ascii: "\n"):
                    addBroken(bytes[start..<index])
                    (depth, isQuoted) = (0, false)
                default: break
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "{"):
                if depth == 0 { start = index }
                depth += 1
            case UInt8(ascii: "}") where depth > 0:
                depth -= 1
                if depth == 0 { add(bytes[start...index]) }
            case UInt8(ascii: "\"") where depth > 0:
                isQuoted = true
            default: break
            }
        }
        if depth > 0 { addBroken(bytes[start...]) }
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>) {
        do {
            objects.append(try JSONParser.parse(Array(bytes)))
        } catch {
            addBroken(bytes)
        }
    }

    private mutating func addBroken(_ bytes: ArraySlice<UInt8>) {
        broken += String(decoding: bytes, as: UTF8.self)
    }
}
