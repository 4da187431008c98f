/// What a scalar beyond ASCII does to the word before it.
enum ScalarRole {
    /// It belongs to a word.
    case letter
    /// It belongs to the letter before it.
    case mark
    /// It is a word of its own, with the marks after it.
    case sign
    /// It counts for nothing.
    case nothing
    /// It ends a word.
    case separator

    /// The role of a scalar.
    init(of scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x2018, 0x2019, 0x201B, 0x02BC, 0xFF07: self = .nothing
        case 0x200B: self = .separator
        case 0x3041...0x3096: self = .sign
        default: self.init(scalar.properties)
        }
    }

    private init(_ properties: Unicode.Scalar.Properties) {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .decimalNumber, .letterNumber,
            .otherNumber, .otherLetter:
            self = properties.isIdeographic ? .sign : .letter
        case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
        case .format: self = .nothing
        default: self = .separator
        }
    }
}
