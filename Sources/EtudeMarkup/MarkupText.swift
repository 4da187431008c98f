/// Mends the blanks of a text in UTF-8.
public enum MarkupText: Sendable {
    /// The text less the blanks around it, each run of blanks within made one space.
    ///
    /// - Parameter bytes: the text.
    /// - Returns: the text, or nil where it holds a control character that is no blank.
    public static func normalized(_ bytes: Span<UInt8>) -> String? {
        if isClean(bytes) { return unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) } }
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        var index = 0
        var isAfterBlank = false
        while index < bytes.count {
            let byte = bytes[index]
            let blank = blankLength(bytes, index, byte)
            if blank > 0 {
                index += blank
                isAfterBlank = true
                continue
            }
            if byte < 0x20 || byte == 0x7F || isUpperControl(bytes, index, byte) { return nil }
            if isAfterBlank, !kept.isEmpty { kept.append(0x20) }
            isAfterBlank = false
            kept.append(byte)
            index += 1
        }
        return String(decoding: kept, as: UTF8.self)
    }

    /// Whether the text is ASCII that needs no mending, as most is.
    private static func isClean(_ bytes: Span<UInt8>) -> Bool {
        var wasBlank = true
        for index in bytes.indices {
            let byte = bytes[index]
            guard (0x20...0x7E).contains(byte), !wasBlank || byte != 0x20 else { return false }
            wasBlank = byte == 0x20
        }
        return !wasBlank || bytes.isEmpty
    }

    /// The bytes of the blank that stands here; 0 where none does.
    private static func blankLength(_ bytes: Span<UInt8>, _ index: Int, _ byte: UInt8) -> Int {
        switch byte {
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20: 1
        case 0xC2 where index + 1 < bytes.count && (bytes[index + 1] == 0xA0 || bytes[index + 1] == 0x85): 2
        case 0xE1, 0xE2, 0xE3: index + 2 < bytes.count && isWideBlank(byte, bytes[index + 1], bytes[index + 2]) ? 3 : 0
        default: 0
        }
    }

    /// U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F and U+3000.
    private static func isWideBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second) {
        case (0xE1, 0x9A), (0xE3, 0x80): third == 0x80
        case (0xE2, 0x80): (0x80...0x8A).contains(third) || [0xA8, 0xA9, 0xAF].contains(third)
        case (0xE2, 0x81): third == 0x9F
        default: false
        }
    }

    private static func isUpperControl(_ bytes: Span<UInt8>, _ index: Int, _ byte: UInt8) -> Bool {
        byte == 0xC2 && index + 1 < bytes.count && (0x80...0x9F).contains(bytes[index + 1])
    }
}
