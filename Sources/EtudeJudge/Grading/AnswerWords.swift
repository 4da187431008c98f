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

    /// Cuts a text into words.
    init(_ text: String) {
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let (scalar, next) = Self.unescaped(scalars, at: index)
            take(scalar, from: index, to: next)
            index = next
        }
        end(at: index)
    }

    private mutating func take(_ scalar: Unicode.Scalar?, from index: String.Index, to next: String.Index) {
        guard let scalar else { return end(at: index) }
        guard !SignFolding.isInvisible(scalar), scalar != "*", scalar != "`" else { return }
        if Self.isLetter(scalar) {
            start = start ?? index
            word.append(SignFolding.letter(scalar))
        } else {
            end(at: index)
            guard "✓✔✅✗✘❌".unicodeScalars.contains(scalar) else { return }
            start = index
            word.append(scalar)
            end(at: next)
        }
    }

    private mutating func end(at index: String.Index) {
        guard let start else { return }
        words.append(String(word))
        ranges.append(start..<index)
        word.removeAll()
        self.start = nil
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return Character(scalar).isLetter || Character(scalar).isNumber }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
            return true
        default: return false
        }
    }

    /// The scalar at a place, or nil for an escape that stands for a blank or sign, and where the next one begins.
    private static func unescaped(
        _ scalars: String.UnicodeScalarView,
        at index: String.Index
    ) -> (Unicode.Scalar?, String.Index) {
        let after = scalars.index(after: index)
        guard scalars[index] == "\\", after < scalars.endIndex else { return (scalars[index], after) }
        let rest = scalars[after...]
        if rest.first == "u" {
            let digits = rest.dropFirst().prefix(4)
            if digits.count == 4, let value = UInt32(String(digits), radix: 16), let scalar = Unicode.Scalar(value) {
                return (scalar, digits.endIndex)
            }
        }
        return (nil, "bfnrt".unicodeScalars.contains(scalars[after]) ? scalars.index(after: after) : after)
    }
}
