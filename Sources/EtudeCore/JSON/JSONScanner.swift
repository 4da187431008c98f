/// Finds members at the top of a JSON object without building a tree of the rest.
///
/// The text is checked as ``JSONParser`` checks it, but for two things: a key nobody asked for may stand twice, and numbers
/// may be of any size.
public struct JSONScanner: Sendable {
    /// Where a member's value stands.
    public struct Value: Sendable, Hashable {
        /// What a value is.
        public enum Kind: Sendable, Hashable {
            case string, number, object, array, bool, null
        }

        /// What it is.
        public let kind: Kind
        /// Its bytes, without the quotes of a text.
        public let range: Range<Int>
        /// Whether escapes stand in a text.
        public let hasEscapes: Bool
    }

    private let keys: [[UInt8]]

    /// A scanner for members of these keys.
    public init(keys: [String]) {
        self.keys = keys.map { Array($0.utf8) }
    }

    /// Finds the members in one object.
    ///
    /// - Parameters:
    ///   - bytes: a text that holds the object.
    ///   - range: where in the text the object stands, with blanks around it at most.
    /// - Returns: the value of each key; nil for a key that is missing, and nothing at all for what is no object.
    /// - Throws: ``JSONError`` with the offset within the range and what was expected there.
    public func members(in bytes: [UInt8], _ range: Range<Int>) throws(JSONError) -> [Value?]? {
        var cursor = JSONCursor(bytes, range)
        try cursor.checkUTF8()
        cursor.skipBlanks()
        guard cursor.peek == UInt8(ascii: "{") else {
            _ = try cursor.value()
            try cursor.end()
            return nil
        }
        var found = [Value?](repeating: nil, count: keys.count)
        try cursor.object { (key, value) throws(JSONError) in
            for index in keys.indices where Self.key(key, is: keys[index], in: bytes) {
                guard found[index] == nil else {
                    let name = String(decoding: keys[index], as: UTF8.self)
                    throw JSONError(offset: key.range.upperBound, problem: "the key \"\(name)\" stands twice")
                }
                found[index] = value
            }
        }
        try cursor.end()
        return found
    }

    /// Appends one object in the form that ``JSONWriter`` gives it, without building a tree.
    ///
    /// Keys keep their order, and whole numbers of any size their digits.
    ///
    /// - Parameters:
    ///   - bytes: a text that holds the object.
    ///   - range: where in the text the object stands, with blanks around it at most.
    ///   - target: what the object is appended to.
    /// - Returns: whether it is an object; nothing is appended for what is none.
    /// - Throws: ``JSONError`` with the offset within the range and what was expected there.
    public static func appendCanonical(
        _ bytes: [UInt8],
        _ range: Range<Int>,
        to target: inout [UInt8]
    ) throws(JSONError) -> Bool {
        var cursor = JSONCursor(bytes, range)
        try cursor.checkUTF8()
        cursor.skipBlanks()
        guard cursor.peek == UInt8(ascii: "{") else {
            _ = try cursor.value()
            try cursor.end()
            return false
        }
        try cursor.copyValue(to: &target)
        try cursor.end()
        return true
    }

    private static func key(_ key: Value, is wanted: [UInt8], in bytes: [UInt8]) -> Bool {
        guard !key.hasEscapes else { return JSONText.plain(key.range, of: bytes) == wanted }
        guard key.range.count == wanted.count else { return false }
        for index in 0..<wanted.count where bytes[key.range.lowerBound + index] != wanted[index] { return false }
        return true
    }
}
