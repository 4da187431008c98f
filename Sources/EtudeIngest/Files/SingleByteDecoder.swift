import EtudeCore

/// Turns ASCII and Windows code page 1252 into UTF-8; bytes that mean nothing and control characters are refused.
struct SingleByteDecoder: TextDecoder {
    /// What 0x80 to 0x9F mean in code page 1252; 0 for nothing.
    private static let windows: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]

    private let isASCII: Bool
    private var position: TextPosition

    init(_ position: TextPosition, isASCII: Bool) {
        self.position = position
        self.isASCII = isASCII
    }

    mutating func decode(_ bytes: [UInt8]) throws(EtudeError) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                guard !ControlCharacter.isRefused(UInt32(byte)) else { throw position.control(UInt32(byte)) }
                text.append(byte)
                if byte == 0x0A { position.line += 1 }
            } else {
                guard !isASCII else { throw position.invalid("US-ASCII, in which the file says it is written") }
                let value = byte < 0xA0 ? Self.windows[Int(byte) - 0x80] : UInt32(byte)
                guard value != 0, let scalar = Unicode.Scalar(value) else { throw position.invalid("Windows-1252") }
                text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
            position.offset += 1
        }
        return text
    }

    func finish() {}
}
