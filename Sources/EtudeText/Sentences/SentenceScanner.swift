/// Walks over a text and finds where its sentences begin and end.
struct SentenceScanner {
    /// The text's scalars.
    let scalars: [Unicode.Scalar]
    /// Where the sentence at hand begins.
    private(set) var start = 0
    /// Whether the sentence at hand has a letter or digit so far.
    private(set) var hasWord = false
    /// The number of the last list item.
    private var lastItem = 0
    private var found: [Range<Int>] = []

    /// A scanner of a text.
    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    /// Finds the sentences, as ranges of the scalars.
    mutating func ranges() -> [Range<Int>] {
        var position = 0
        while position < scalars.count {
            let scalar = scalars[position]
            if scalar.isLineBreak {
                position = passLineBreak(position)
            } else if SentenceSigns.marks.contains(scalar) {
                position = passMark(position)
            } else {
                if scalar.isWordPart { hasWord = true }
                position += 1
            }
        }
        end(at: scalars.count)
        return found
    }

    /// Ends the sentence at hand before a position, if it has a letter or digit.
    private mutating func end(at position: Int) {
        defer {
            start = position
            hasWord = false
        }
        let piece = start..<position
        guard hasWord,
            let first = piece.first(where: { !scalars[$0].isBlank }),
            let last = piece.last(where: { !scalars[$0].isBlank })
        else { return }
        found.append(first..<last + 1)
    }

    private mutating func passMark(_ position: Int) -> Int {
        let mark = MarkRun(at: position, in: scalars)
        if let number = itemNumber(before: mark) {
            lastItem = number
        } else if ends(mark) {
            end(at: mark.end)
            return mark.end
        }
        // A sentence that goes on after its mark goes on over the line break too.
        return index(from: mark.end) { !$0.isBlank } ?? scalars.count
    }

    private mutating func passLineBreak(_ position: Int) -> Int {
        guard let next = index(from: position, where: { !$0.isBlank }) else { return scalars.count }
        if endsLine(position, next) { end(at: position) }
        return next
    }
}

extension SentenceScanner {
    /// The first position from one on whose scalar fits.
    func index(from position: Int, where fits: (Unicode.Scalar) -> Bool) -> Int? {
        (position..<scalars.count).first { fits(scalars[$0]) }
    }

    /// Whether a run of blanks holds an empty line.
    func hasBlankLine(_ blanks: Range<Int>) -> Bool {
        var breaks = 0
        for position in blanks where scalars[position].isLineBreak {
            let isPaired = scalars[position] == "\r" && position + 1 < scalars.count && scalars[position + 1] == "\n"
            if !isPaired { breaks += 1 }
        }
        return breaks > 1
    }

    /// The word that begins at a position, in small letters.
    func word(from position: Int) -> String {
        var word = String.UnicodeScalarView()
        for scalar in scalars[position...] {
            guard scalar.isWordPart else { break }
            word.append(scalar)
        }
        return String(word).lowercased()
    }

    /// Where the run of letters, digits and inner dots before a position begins, as far as an abbreviation may reach.
    func tokenStart(before position: Int) -> Int {
        let limit = max(start, position - 24)
        var first = position
        while first > limit, scalars[first - 1].isWordPart || (scalars[first - 1] == "." && first < position) {
            first -= 1
        }
        while first < position, scalars[first] == "." { first += 1 }
        return first
    }

    /// The run of letters, digits and inner dots before a position.
    func token(before position: Int) -> String {
        var token = String.UnicodeScalarView()
        token.append(contentsOf: scalars[tokenStart(before: position)..<position])
        return String(token)
    }

    /// Whether the sentence at hand, which does not end with a mark, ends at a line break.
    ///
    /// - Parameters:
    ///   - position: where the line break stands.
    ///   - next: the first scalar of the next line with text.
    /// - Returns: whether it ends.
    private func endsLine(_ position: Int, _ next: Int) -> Bool {
        guard hasWord, let last = (start..<position).last(where: { !scalars[$0].isBlank })
        else { return true }
        if SentenceSigns.links.contains(scalars[last]) { return false }
        if hasBlankLine(position..<next) || beginsItem(next) { return true }
        if SentenceWords.function.contains(token(before: last + 1).lowercased()) { return false }
        guard let letter = index(from: next, where: \.isWordPart) else { return true }
        return !scalars[letter].properties.isLowercase
    }

    /// Whether a line that begins at a position is an item of a list, as `- one`, `2. two` and `c) three` are.
    func beginsItem(_ position: Int) -> Bool {
        if SentenceSigns.bullets.contains(scalars[position]) { return true }
        let label = scalars[position...].prefix(3).prefix { $0.isWordPart }
        guard (1...2).contains(label.count), label.endIndex < scalars.count else { return false }
        let sign = scalars[label.endIndex]
        return sign == ")" || (sign == "." && label.allSatisfy(\.isDigit))
    }

    /// The number of the list item whose label a dot ends, 0 for letters and Roman numbers; nil where it ends no label.
    ///
    /// A label stands at the beginning of a line, or, in a running text, counts on from the last one or begins a list after a
    /// colon.
    private func itemNumber(before mark: MarkRun) -> Int? {
        guard mark.kind == .dot, mark.end == mark.start + 1, mark.end < scalars.count,
            scalars[mark.end].isBlank
        else { return nil }
        let first = tokenStart(before: mark.start)
        let label = token(before: mark.start)
        guard (1...4).contains(label.utf8.count) else { return nil }
        let place = lastSign(before: first)
        let before = place.map { scalars[$0] } ?? "\n"
        let isBullet = place.map { SentenceSigns.bullets.contains(before) && isFirst(inLineAt: $0) } ?? false
        let beginsLine = before.isLineBreak || isBullet
        if let number = Int(label), number < 100 {
            let isNext = !(start..<first).contains { scalars[$0].isWordPart } && number == lastItem + 1
            return beginsLine || isNext || (before == ":" && number == 1) ? number : nil
        }
        let isLetter = label.utf8.count == 1 || label.allSatisfy { "ivxIVX".contains($0) }
        return isLetter && (beginsLine || (before == ":" && ["a", "i"].contains(label.lowercased()))) ? 0 : nil
    }

    /// Whether nothing but blanks stands before a position in its line.
    private func isFirst(inLineAt position: Int) -> Bool {
        lastSign(before: position).map { scalars[$0].isLineBreak } ?? true
    }

    /// The last line break, or sign that is no blank, before a position.
    private func lastSign(before position: Int) -> Int? {
        (0..<position).last { !scalars[$0].isBlank || scalars[$0].isLineBreak }
    }
}
