import EtudeCore

/// Turns UTF-16 into UTF-8; lone surrogates and control characters are refused.
struct UTF16Decoder: TextDecoder {
    private let isBigEndian: Bool
    private var position: TextPosition
    /// A byte, or the first half of a pair, that goes on in the next chunk.
    private var rest: [UInt8] = []

    init(_ position: TextPosition, isBigEndian: Bool) {
        self.position = position
        self.isBigEndian = isBigEndian
    }

    mutating func decode(_ bytes: [UInt8]) throws(EtudeError) -> [UInt8] {
        let input = rest.isEmpty ? bytes : rest + bytes
        var text: [UInt8] = []
        text.reserveCapacity(input.count)
        var index = 0
        while index + 2 <= input.count {
            var value = unit(at: index, of: input)
            var length = 2
            if value & 0xF800 == 0xD800 {
                guard value < 0xDC00 else { throw position.invalid("UTF-16") }
                guard index + 4 <= input.count else { break }
                let low = unit(at: index + 2, of: input)
                guard low & 0xFC00 == 0xDC00 else { throw position.invalid("UTF-16") }
                value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
                length = 4
            }
            guard !ControlCharacter.isRefused(value) else { throw position.control(value) }
            Self.append(value, to: &text)
            if value == 0x0A { position.line += 1 }
            position.offset += length
            index += length
        }
        rest = Array(input[index...])
        return text
    }

    func finish() throws(EtudeError) {
        guard rest.isEmpty else { throw position.truncated() }
    }

    private func unit(at index: Int, of bytes: [UInt8]) -> UInt32 {
        let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
        return isBigEndian ? first << 8 | second : second << 8 | first
    }

    private static func append(_ value: UInt32, to text: inout [UInt8]) {
        guard value >= 0x80 else { return text.append(UInt8(value)) }
        // The caller gives no surrogates.
        guard let scalar = Unicode.Scalar(value) else { return }
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
