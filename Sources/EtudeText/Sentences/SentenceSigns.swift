/// The signs that matter to sentences.
enum SentenceSigns {
    /// Marks that end a sentence whatever follows: exclamation and question.
    static let strong = set("!?‼⁇⁈⁉‽؟")
    /// Full stops that are used for nothing else.
    static let stops = set("。！？｡।॥۔։።။")
    /// Dots that are used for other things too.
    static let dots = set(".．…")
    /// All marks.
    static let marks = strong.union(stops).union(dots)
    /// Quotes that can close, straight ones and the emphasis of Markdown among them.
    static let closingQuotes = set("\"'”’»›」』〉》*_`~")
    /// Brackets that can close.
    static let closingBrackets = set(")]}）］】〕")
    /// Quotes that open; a straight one after a blank opens too.
    static let openingQuotes = set("\"'“‘„‚«‹「『〈《¿¡")
    /// Dashes, which may lead in who speaks.
    static let dashes = set("–—―-")
    /// Signs after which, or before which, a sentence goes on.
    static let links = set(",;:，；：、–—-&+/([{“‘«「『（")
    /// Signs that join a mark to what follows it without a blank.
    static let joints = set(",;:，；：、–—-/\\=&@#%$^|<>+~")
    /// Signs that begin an item of a list or another block of Markdown.
    static let bullets = set("-*+•‣◦▪●–—#>|·")

    private static func set(_ signs: String) -> Set<Unicode.Scalar> { Set(signs.unicodeScalars) }
}

extension Unicode.Scalar {
    /// Whether it is a letter, a digit, or a mark on one.
    var isWordPart: Bool {
        switch value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case ..<0x80: false
        default: properties.isAlphabetic || properties.numericType != nil
        }
    }

    /// Whether it is a decimal digit.
    var isDigit: Bool { properties.numericType == .decimal }

    /// Whether it is a letter of a script without case.
    var isCaseless: Bool { properties.isAlphabetic && !properties.isUppercase && !properties.isLowercase }

    /// Whether it ends a line.
    var isLineBreak: Bool {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
