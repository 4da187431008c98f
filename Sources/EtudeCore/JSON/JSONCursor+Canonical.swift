extension JSONCursor {
    /// Goes past one value and appends it in canonical form.
    mutating func copyValue(to target: inout [UInt8]) throws(JSONError) {
        skipBlanks()
        switch peek {
        case UInt8(ascii: "{"): try copyObject(to: &target)
        case UInt8(ascii: "["): try copyArray(to: &target)
        case UInt8(ascii: "\""): Self.append(try string(), of: bytes, to: &target)
        default:
            let value = try value()
            guard value.kind == .number else { return target += bytes[value.range] }
            try appendNumber(value.range, to: &target)
        }
    }

    private mutating func copyObject(to target: inout [UInt8]) throws(JSONError) {
        try enter()
        target.append(UInt8(ascii: "{"))
        skipBlanks()
        if peek != UInt8(ascii: "}") {
            repeat {
                skipBlanks()
                guard peek == UInt8(ascii: "\"") else { throw expected("a key in quotes") }
                Self.append(try string(), of: bytes, to: &target)
                skipBlanks()
                guard take(UInt8(ascii: ":")) else { throw expected("a colon") }
                target.append(UInt8(ascii: ":"))
                try copyValue(to: &target)
                skipBlanks()
            } while takeComma(to: &target)
        }
        guard take(UInt8(ascii: "}")) else { throw expected("a comma or the end of the object") }
        target.append(UInt8(ascii: "}"))
        leave()
    }

    private mutating func copyArray(to target: inout [UInt8]) throws(JSONError) {
        try enter()
        target.append(UInt8(ascii: "["))
        skipBlanks()
        if peek != UInt8(ascii: "]") {
            repeat {
                try copyValue(to: &target)
                skipBlanks()
            } while takeComma(to: &target)
        }
        guard take(UInt8(ascii: "]")) else { throw expected("a comma or the end of the list") }
        target.append(UInt8(ascii: "]"))
        leave()
    }

    private mutating func takeComma(to target: inout [UInt8]) -> Bool {
        guard take(UInt8(ascii: ",")) else { return false }
        target.append(UInt8(ascii: ","))
        return true
    }

    private static func append(_ text: JSONScanner.Value, of bytes: [UInt8], to target: inout [UInt8]) {
        guard text.hasEscapes else { return JSONText.quote(bytes, text.range, to: &target) }
        let plain = JSONText.plain(text.range, of: bytes)
        JSONText.quote(plain, plain.indices, to: &target)
    }

    /// Whole numbers stay as they are, however large; others take their shortest form.
    private func appendNumber(_ range: Range<Int>, to target: inout [UInt8]) throws(JSONError) {
        let isWhole = bytes[range].allSatisfy { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
        guard !isWhole else {
            let isMinusZero = bytes[range].elementsEqual("-0".utf8)
            return target += isMinusZero ? [UInt8(ascii: "0")] : bytes[range]
        }
        let text = String(decoding: bytes[range], as: UTF8.self)
        guard let number = Double(text), number.isFinite else {
            throw JSONError(offset: offset(of: range.lowerBound), problem: "the number \(text) is out of range")
        }
        target += Array(number.description.utf8)
    }
}
