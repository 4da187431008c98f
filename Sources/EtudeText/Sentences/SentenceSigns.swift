/// The signs that matter to sentences.
enum SentenceSigns {
    /// Marks that end a sentence whatever follows: exclamation and question.
    static let strong = ScalarSet("!?‼⁇⁈⁉‽؟")
    /// Full stops that are used for nothing else.
    static let stops = ScalarSet("。！？｡।॥۔։።။")
    /// Dots that are used for other things too.
    static let dots = ScalarSet(".．…")
    /// All marks.
    static let marks = strong.union(stops).union(dots)
    /// Quotes that can close, straight ones and the emphasis of Markdown among them.
    static let closingQuotes = ScalarSet("\"'”’»›」』〉》*_`~")
    /// Quotes that open in some languages and, right behind a mark, close in others.
    static let turnedQuotes = ScalarSet("“‘«‹")
    /// Brackets that can close.
    static let closingBrackets = ScalarSet(")]}）］】〕")
    /// Quotes that open; a straight one after a blank opens too.
    static let openingQuotes = ScalarSet("\"'“‘„‚«‹「『〈《¿¡")
    /// Dashes, which may lead in who speaks.
    static let dashes = ScalarSet("–—―-")
    /// Signs after which, or before which, a sentence goes on.
    static let links = ScalarSet(",;:，；：、–—-&+/([{“‘«「『（")
    /// Signs that join a mark to what follows it without a blank.
    static let joints = ScalarSet(",;:，；：、–—-/\\=&@#%$^|<>+~")
    /// Signs that begin an item of a list or another block of Markdown.
    static let bullets = ScalarSet("-*+•‣◦▪●–—#>|·")
}

extension Unicode.Scalar {
    /// Whether it is a blank of any kind.
    var isBlank: Bool {
        switch value {
        case 0x20, 0x09...0x0D: true
        case ..<0x80: false
        default: properties.isWhitespace
        }
    }

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
