extension SentenceScanner {
    /// Decides for a single dot before a blank, by the word before it and the word after it.
    ///
    /// - Parameters:
    ///   - mark: the dot, with what closes behind it.
    ///   - letter: where the next word begins.
    /// - Returns: whether the sentence ends.
    func endsAtDot(_ mark: MarkRun, _ letter: Int) -> Bool {
        let token = token(before: mark.start)
        let short = token.lowercased()
        let follower = scalars[letter].properties
        let next = word(from: letter)
        let before = wordBefore(token, mark.start)
        // He calls him “the Prof.”: what is quoted alone is no title of what follows.
        if isInner(token), !mark.closesQuote { return false }
        if isInsidePair(before, short, next, letter) || isInsideNumber(token, before, mark.start, letter) {
            return false
        }
        if scalars[letter].isDigit, SentenceWords.beforeNumber.contains(short) || short.hasSuffix("str") {
            return false
        }
        if SentenceWords.beforeSmall.contains(short), follower.isLowercase || scalars[letter].isDigit { return false }
        if short == "г" { return follower.isUppercase && before.allSatisfy(\.isNumber) }
        if SentenceWords.beforeCapital.contains(short) || SentenceWords.pairs.contains("\(before). \(short)") {
            return !follower.isLowercase && !SentenceWords.calendar.contains(next)
        }
        if SentenceWords.beforeStarter.contains(short) || isDotted(token) {
            return follower.isUppercase && SentenceWords.starters.contains(next)
        }
        guard token.unicodeScalars.count == 1, token != "I",
            token.unicodeScalars.contains(where: \.properties.isUppercase)
        else { return true }
        return SentenceWords.starters.contains(next) || SentenceWords.lettered.contains(before)
    }

    /// Whether a word's dot ends no sentence, whatever follows.
    func isInner(_ token: String) -> Bool {
        // In capitals alone it is an acronym: CA, MS, George V.
        guard token.contains(where: { $0.isLowercase || $0 == "." }) else { return false }
        let short = token.lowercased()
        let isCapitalized = token.unicodeScalars.first?.properties.isUppercase ?? false
        return SentenceWords.inner.contains(short) || (isCapitalized && SentenceWords.capitalized.contains(short))
    }

    /// Whether a dot stands within an abbreviation of two words, or ends one that ends no sentence, as in `z. B.` and `т. е.`.
    private func isInsidePair(_ before: String, _ short: String, _ next: String, _ letter: Int) -> Bool {
        if SentenceWords.innerPairs.contains("\(before). \(short)") { return true }
        let end = letter + next.unicodeScalars.count
        guard end < scalars.count, scalars[end] == "." else { return false }
        let pair = "\(short). \(next)"
        return SentenceWords.pairs.contains(pair) || SentenceWords.innerPairs.contains(pair)
    }

    /// Whether a dot stands within a date or behind an ordinal: `24.12. ist`, `2024. 5. 1. 행사`, `am 3. Mai`, `Ludwig XIV. war`.
    private func isInsideNumber(_ token: String, _ before: String, _ position: Int, _ letter: Int) -> Bool {
        let follower = scalars[letter].properties
        if token.utf8.count > 1, token.allSatisfy({ "IVXLC".contains($0) }) { return follower.isLowercase }
        let parts = token.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        guard let day = parts.first, day > 0 else { return false }
        if parts.count == 2 { return (1...31).contains(day) && (1...12).contains(parts[1]) && follower.isLowercase }
        guard parts.count == 1 else { return false }
        if (1000...9999).contains(day) || (Int(before) ?? 0) > 0 { return isInsideDate(position, letter) }
        let next = word(from: letter)
        guard day < 100, follower.isUppercase, SentenceWords.ordinal.contains(before) else { return false }
        let words = scalars[start..<position].split(whereSeparator: \.isBlank)
        // "I am 30." is English.
        if before == "am", words.dropLast(2).last?.elementsEqual("I".unicodeScalars) == true { return false }
        return !SentenceWords.starters.contains(next) && !SentenceWords.germanStarters.contains(next)
    }

    /// Whether the numbers before a dot are the beginning of a date as Korean writes it: year, month, day, a dot behind each.
    private func isInsideDate(_ position: Int, _ letter: Int) -> Bool {
        let numbers = scalars[start..<position].split(whereSeparator: \.isBlank).suffix(3).reversed().prefix { piece in
            piece.prefix { $0.isDigit }.count >= max(1, piece.count - 1)
        }
        guard let year = numbers.last?.prefix(while: \.isDigit), year.count == 4 else { return false }
        if numbers.count == 3 { return scalars[letter].isCaseless }
        let next = scalars[letter...].prefix { $0.isDigit }
        return (1...2).contains(next.count) && next.endIndex < scalars.count && scalars[next.endIndex] == "."
    }

    /// Whether a word is single letters with dots between, as in `U.S`.
    private func isDotted(_ token: String) -> Bool {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 && parts.allSatisfy { $0.count == 1 && $0.allSatisfy(\.isLetter) }
    }

    /// The word before a word that ends at a position, in small letters and without its dot.
    private func wordBefore(_ token: String, _ position: Int) -> String {
        let end = (start..<position - token.unicodeScalars.count).last { !scalars[$0].isBlank && scalars[$0] != "." }
        return end.map { self.token(before: $0 + 1).lowercased() } ?? ""
    }
}
