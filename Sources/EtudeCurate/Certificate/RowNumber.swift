import EtudeCore

extension Row {
    /// The id as the number that its 16 hexadecimal digits are; nil where it is no such id.
    var number: UInt64? { Self.number(ofID: id) }

    /// The number of an id.
    static func number(ofID id: String) -> UInt64? {
        FormatRule.isHexadecimal(id, count: 16) ? UInt64(id, radix: 16) : nil
    }

    /// The id of a number.
    static func id(ofNumber number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
