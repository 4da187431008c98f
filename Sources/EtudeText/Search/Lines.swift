/// Cuts text into lines, by its bytes: a line end is never part of a larger character, so this comes to the same as cutting
/// at each character that `Character.isNewline` knows, many times as fast.
public enum Lines: Sendable {
    /// The lines of a text without what ends them, empty ones too.
    public static func split(_ text: Substring) -> [Substring] {
        let bytes = Array(text.utf8)
        var lines: [Substring] = []
        var start = text.startIndex
        var position = 0
        while position < bytes.count {
            let length = lengthOfBreak(at: position, in: bytes)
            guard length > 0 else {
                position += 1
                continue
            }
            let end = text.utf8.index(text.startIndex, offsetBy: position)
            lines.append(text[start..<end])
            start = text.utf8.index(end, offsetBy: length)
            position += length
        }
        lines.append(text[start...])
        return lines
    }

    /// How many bytes the line end at a position has; 0 where there is none.
    private static func lengthOfBreak(at position: Int, in bytes: [UInt8]) -> Int {
        func isNext(_ distance: Int, _ range: ClosedRange<UInt8>) -> Bool {
            position + distance < bytes.count && range.contains(bytes[position + distance])
        }
        switch bytes[position] {
        case 0x0D: return isNext(1, 0x0A...0x0A) ? 2 : 1
        case 0x0A...0x0C: return 1
        case 0xC2: return isNext(1, 0x85...0x85) ? 2 : 0
        case 0xE2: return isNext(1, 0x80...0x80) && isNext(2, 0xA8...0xA9) ? 3 : 0
        default: return 0
        }
    }
}
