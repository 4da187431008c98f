import Foundation

/// The rules of folding, scalar by scalar and without any table.
struct ReferenceFolding {
    /// What ends a word.
    enum Boundary {
        /// Every sign that is no letter, digit or apostrophe.
        case sign
        /// Only blanks, dashes and ellipses: `wide-mouth` and `3.14` are one word.
        case blank
    }

    private let boundary: Boundary
    private var words: [String] = []
    /// The UTF-8 of the word at hand.
    private var word: [UInt8] = []
    private var isASCII = true
    /// Whether the word at hand is a sign that takes no further letter, only marks.
    private var isSign = false

    /// The folded words of a text.
    static func words(_ text: String, at boundary: Boundary = .sign) -> [String] {
        var splitter = ReferenceFolding(at: boundary)
        for scalar in text.unicodeScalars { splitter.take(scalar) }
        return splitter.finish()
    }

    /// A splitter at the beginning of a text.
    init(at boundary: Boundary) {
        self.boundary = boundary
    }

    /// Takes the next scalar of the text.
    mutating func take(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39: append(UInt8(scalar.value))
        case 0x41...0x5A: append(UInt8(scalar.value) | 0x20)
        case 0x27: break
        case ..<0x80: separate(scalar)
        default: takeWide(scalar)
        }
    }

    /// Ends the text.
    ///
    /// - Returns: the words in order.
    consuming func finish() -> [String] {
        end()
        return words
    }

    private mutating func takeWide(_ scalar: Unicode.Scalar) {
        switch ReferenceFolding.role(of: scalar) {
        case .nothing: return
        case .separator: separate(scalar)
        case .mark:
            guard !word.isEmpty else { return }
            appendWide(scalar)
        case .letter:
            if isSign { end() }
            appendWide(scalar)
        case .sign:
            end()
            appendWide(scalar)
            isSign = true
        }
    }

    private mutating func append(_ letter: UInt8) {
        if isSign { end() }
        word.append(letter)
    }

    private mutating func appendWide(_ scalar: Unicode.Scalar) {
        for byte in scalar.utf8 { word.append(byte) }
        isASCII = false
    }

    private mutating func separate(_ scalar: Unicode.Scalar) {
        switch boundary {
        case .sign: end()
        case .blank where scalar.properties.isWhitespace || "–—―…\u{200B}".unicodeScalars.contains(scalar): end()
        case .blank: break
        }
    }

    private mutating func end() {
        guard !word.isEmpty else { return }
        let text = String(decoding: word, as: UTF8.self)
        words.append(isASCII ? text : ReferenceFolding.folded(text))
        word.removeAll(keepingCapacity: true)
        isASCII = true
        isSign = false
    }

    /// A word with letters beyond ASCII, folded.
    private static func folded(_ word: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in word.decomposedStringWithCanonicalMapping.unicodeScalars where !isDiacritic(scalar) {
            // The capital's small form is the full case folding: ß becomes ss, ς becomes σ.
            for capital in scalar.properties.uppercaseMapping.unicodeScalars {
                plain.append(contentsOf: capital.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(plain).precomposedStringWithCanonicalMapping
    }
}

extension ReferenceFolding {
    /// What a scalar beyond ASCII does to the word before it.
    private enum Role {
        case letter, mark, sign, nothing, separator
    }

    private static func role(of scalar: Unicode.Scalar) -> Role {
        switch scalar.value {
        case 0x2018, 0x2019, 0x201B, 0x02BC, 0xFF07: return .nothing
        case 0x200B: return .separator
        case 0x3041...0x3096: return .sign
        default: break
        }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .decimalNumber, .letterNumber,
            .otherNumber:
            return properties.isIdeographic ? .sign : .letter
        case .otherLetter: return properties.isIdeographic ? .sign : .letter
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
        case .format: return .nothing
        default: return .separator
        }
    }

    private static func isDiacritic(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0300...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF: true
        default: false
        }
    }
}
