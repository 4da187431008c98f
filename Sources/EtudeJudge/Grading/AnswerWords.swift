/// The words of a text as an echo is recognized by, with their places.
///
/// A word is a run of letters and digits; signs that tell a mark are words of their own; invisible signs, emphasis and the
/// disguises of ``SignFolding`` make no difference. Escapes of JSON are read as what they stand for.
struct AnswerWords {
    /// The words.
    private(set) var words: [String] = []
    /// Where each stands.
    private(set) var ranges: [Range<String.Index>] = []
    private var word = String.UnicodeScalarView()
    private var start: String.Index?
    private var isAfterTick = false

    /// Cuts a text into words.
    init(_ text: String) {
        let signs = Self.signs(of: text)
        var position = 0
        while position < signs.count {
            let (scalar, length) = Self.unescaped(signs[position...])
            if let scalar { take(scalar, at: signs[position].start) }
            position += length
        }
        end(at: text.endIndex)
    }

    private mutating func take(_ scalar: Unicode.Scalar, at index: String.Index) {
        let isTick = !scalar.isASCII && "✓✔✅✗✘❌".unicodeScalars.contains(scalar)
        if isTick || isAfterTick || !Self.isLetter(scalar) { end(at: index) }
        guard isTick || Self.isLetter(scalar) else { return }
        start = start ?? index
        word.append(scalar)
        isAfterTick = isTick
    }

    private mutating func end(at index: String.Index) {
        isAfterTick = false
        guard let start else { return }
        words.append(String(word))
        ranges.append(start..<index)
        word.removeAll()
        self.start = nil
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": return true
        case "\0"..."\u{7F}": return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
            return true
        default: return false
        }
    }

    /// The signs of a text without invisible ones and emphasis, undisguised, and where each stands.
    private static func signs(of text: String) -> [(scalar: Unicode.Scalar, start: String.Index)] {
        let scalars = text.unicodeScalars
        var signs: [(Unicode.Scalar, String.Index)] = []
        for index in scalars.indices where !isNothing(scalars[index]) {
            signs.append((SignFolding.letter(scalars[index]), index))
        }
        return signs
    }

    private static func isNothing(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "*" || scalar == "`" || SignFolding.isInvisible(scalar)
    }

    /// What some signs begin with, an escape as what it stands for, and how many signs it takes; nil where that is nothing.
    private static func unescaped(
        _ signs: ArraySlice<(scalar: Unicode.Scalar, start: String.Index)>
    ) -> (Unicode.Scalar?, Int) {
        let first = signs[signs.startIndex].scalar
        guard first == "\\", signs.count > 1 else { return (first, 1) }
        let letters = signs.prefix(6).map(\.scalar)
        if letters[1] == "u", letters.count == 6 {
            let digits = String(String.UnicodeScalarView(letters[2...]))
            if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
                return (isNothing(scalar) ? nil : SignFolding.letter(scalar), 6)
            }
        }
        return (first, "bfnrt".unicodeScalars.contains(letters[1]) ? 2 : 1)
    }
}
