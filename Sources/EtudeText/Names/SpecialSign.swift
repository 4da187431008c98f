/// What a sign beyond ASCII does to a word, for the signs that are common in European scripts.
///
/// Such are letters of Latin, Greek and Cyrillic that stand for themselves once they are folded, and the apostrophes, quotation
/// marks, dashes and dots of U+2010 to U+2027.
struct SpecialSign {
    /// By scalar below U+0530: the bytes of a folded letter, the first lowest, and their number in the highest byte; of other
    /// signs their number alone, ``separates`` or ``vanishes``, or 0 for those that are not described.
    private static let table: [UInt32] = (0..<0x530).map { value in
        guard let scalar = Unicode.Scalar(UInt32(value)) else { return 0 }
        switch ScalarRole(of: scalar) {
        case .letter:
            guard let letters = WideWord.simple[value], letters.count < 4 else { return 0 }
            return letters.reversed().reduce(0) { $0 << 8 | UInt32($1) } | UInt32(letters.count) << 24
        case .separator: return separates
        case .nothing: return vanishes
        default: return 0
        }
    }
    private static let separates: UInt32 = 0xFE00_0000
    private static let vanishes: UInt32 = 0xFF00_0000

    /// A letter, a separator, or nothing.
    let role: ScalarRole
    /// How many bytes of the text the sign has.
    let length: Int
    /// How many bytes the letter has, folded.
    let count: Int
    private let bytes: UInt32

    /// The sign at the start of a range; nil for one that is not described.
    init?(_ text: Span<UInt8>, _ range: Range<Int>) {
        let first = text[range.lowerBound]
        if range.count >= 2, (0xC2..<0xD5).contains(first) {
            let value = Int(first & 0x1F) << 6 | Int(text[range.lowerBound + 1] & 0x3F)
            guard value < 0x530, Self.table[value] != 0 else { return nil }
            let entry = Self.table[value]
            role = entry == Self.separates ? .separator : entry == Self.vanishes ? .nothing : .letter
            (length, count, bytes) = (2, Int(entry >> 24), entry)
        } else {
            guard range.count >= 3, first == 0xE2, text[range.lowerBound + 1] == 0x80 else { return nil }
            switch text[range.lowerBound + 2] {
            case 0x98, 0x99, 0x9B: role = .nothing
            case 0x90...0xA7: role = .separator
            default: return nil
            }
            (length, count, bytes) = (3, 0, 0)
        }
    }

    /// A byte of the folded letter.
    func byte(_ place: Int) -> UInt8 { UInt8(truncatingIfNeeded: bytes >> UInt32(place * 8)) }
}
