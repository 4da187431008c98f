import EtudeCore

/// Cuts a text into folded words, which it puts one after the other with a blank between them.
///
/// Runs of ASCII, nearly all of most texts, go byte by byte through a table; a word with other letters is gathered and folded
/// as a whole.
struct WordSplitter {
    /// What ends a word.
    enum Boundary {
        /// Every sign that is no letter, digit or apostrophe.
        case sign
        /// Only blanks, dashes and ellipses: `wide-mouth` and `3.14` are one word.
        case blank
    }

    private static let blank = UInt8(ascii: " ")
    private static let vanishes: UInt8 = 0
    private static let isWide: UInt8 = 0xFF
    private static let signTable = table(for: .sign)
    private static let blankTable = table(for: .blank)

    private let boundary: Boundary
    private let table: [UInt8]
    /// The words so far; past `count` room for the rest of the text.
    private var key: [UInt8]
    private var count = 0
    /// Whether no word is at hand.
    private var isBetween = true

    /// The folded words of a text, joined by one blank.
    ///
    /// - Parameters:
    ///   - text: the text in UTF-8.
    ///   - boundary: what ends a word.
    /// - Returns: the words in UTF-8.
    static func key(of text: Span<UInt8>, at boundary: Boundary) -> [UInt8] {
        var splitter = WordSplitter(at: boundary, room: text.count + 1)
        var index = 0
        while index < text.count {
            index = splitter.takeASCII(text, from: index)
            if index < text.count { index = splitter.takeWide(text, from: index) }
        }
        if splitter.isBetween, splitter.count > 0 { splitter.count -= 1 }
        splitter.key.removeLast(splitter.key.count - splitter.count)
        return splitter.key
    }

    private init(at boundary: Boundary, room: Int) {
        self.boundary = boundary
        table = boundary == .sign ? Self.signTable : Self.blankTable
        key = [UInt8](repeating: 0, count: room)
    }

    /// Takes what is ASCII; says where something else stands.
    private mutating func takeASCII(_ text: Span<UInt8>, from start: Int) -> Int {
        var (index, count, isBetween) = (start, count, isBetween)
        let (table, usesBlocks) = (table, boundary == .sign)
        do {
            var key = key.mutableSpan
            while index < text.count {
                if usesBlocks, index + 8 <= text.count, count + 8 <= key.count,
                    let block = FoldedBlock(text.word(at: index), isBetween: isBetween)
                {
                    var bytes = unsafe key.mutableBytes
                    bytes.storeBytes(of: block.letters.littleEndian, toByteOffset: count, as: UInt64.self)
                    isBetween = block.endsBetween
                    count += 8
                    index += 8
                    continue
                }
                let end = min(index + 8, text.count)
                while index < end {
                    let letter = table[Int(text[index])]
                    guard letter != Self.isWide else {
                        (self.count, self.isBetween) = (count, isBetween)
                        return index
                    }
                    // Without branches: a blank after a blank, or what vanishes, is overwritten by the next.
                    key[count] = letter
                    let isBlank = letter == Self.blank
                    let stays = letter != Self.vanishes && !(isBlank && isBetween)
                    count += stays ? 1 : 0
                    isBetween = letter == Self.vanishes ? isBetween : isBlank
                    index += 1
                }
            }
        }
        (self.count, self.isBetween) = (count, isBetween)
        return index
    }

    /// Takes the scalars from one beyond ASCII to the end of its word; says where the text goes on.
    private mutating func takeWide(_ text: Span<UInt8>, from start: Int) -> Int {
        var index = start
        switch role(of: Self.scalar(in: text, at: &index)) {
        case .nothing: return index
        case .separator:
            separate()
            return index
        default: index = start
        }
        var word = WideWord()
        if !isBetween {
            let first = key[..<count].lastIndex(of: Self.blank).map { $0 + 1 } ?? 0
            for letter in key[first..<count] { word.append(Unicode.Scalar(letter)) }
            count = first
            isBetween = true
        }
        while index < text.count {
            let scalar = Self.scalar(in: text, at: &index)
            switch role(of: scalar) {
            case .nothing: continue
            case .letter:
                if word.isSign { end(&word, text.count - index) }
                word.append(scalar)
            case .mark:
                if !word.isEmpty { word.append(scalar) }
            case .sign:
                end(&word, text.count - index)
                word.append(scalar)
                word.isSign = true
            case .separator:
                end(&word, text.count - index)
                return index
            }
        }
        end(&word, 0)
        return index
    }

    private mutating func separate() {
        guard !isBetween else { return }
        key[count] = Self.blank
        count += 1
        isBetween = true
    }

    /// Writes a word and a blank, and keeps room for the rest of the text.
    private mutating func end(_ word: inout WideWord, _ rest: Int) {
        guard !word.isEmpty else { return }
        let folded = word.folded()
        let missing = count + folded.count + 2 + rest - key.count
        if missing > 0 { key += [UInt8](repeating: 0, count: max(missing, key.count / 2)) }
        for letter in folded {
            key[count] = letter
            count += 1
        }
        key[count] = Self.blank
        count += 1
        word = WideWord()
    }

    private func role(of scalar: Unicode.Scalar) -> ScalarRole {
        guard scalar.isASCII else {
            let role = ScalarRole(of: scalar)
            return role == .separator && boundary == .blank && !Self.isBlank(scalar) ? .nothing : role
        }
        return switch table[Int(scalar.value)] {
        case Self.blank: .separator
        case Self.vanishes: .nothing
        default: .letter
        }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "–", "—", "―", "…", "\u{200B}": true
        default: scalar.properties.isWhitespace
        }
    }

    /// What each byte becomes.
    private static func table(for boundary: Boundary) -> [UInt8] {
        (0...UInt8.max).map { byte in
            switch byte {
            case 0x61...0x7A, 0x30...0x39: byte
            case 0x41...0x5A: byte | 0x20
            case 0x27: vanishes
            case 0x80...: isWide
            default: boundary == .sign || isBlank(Unicode.Scalar(byte)) ? blank : vanishes
            }
        }
    }

    /// The scalar at a place, which moves past it; U+FFFD for bytes that are no UTF-8.
    private static func scalar(in text: Span<UInt8>, at index: inout Int) -> Unicode.Scalar {
        let first = text[index]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + length <= text.count else {
            index = text.count
            return "\u{FFFD}"
        }
        var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
        for next in 1..<length { value = value << 6 | UInt32(text[index + next] & 0x3F) }
        index += length
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }
}
