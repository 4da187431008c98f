extension SentenceScanner {
    /// Whether the sentence at hand ends with a run of marks.
    func ends(_ mark: MarkRun) -> Bool {
        guard hasWord else { return false }
        guard mark.end < scalars.count else { return true }
        let next = scalars[mark.end]
        if SentenceSigns.joints.contains(next) || SentenceSigns.marks.contains(next) { return false }
        return next.isWordPart ? endsBeforeLetter(mark) : endsBeforeBlank(mark)
    }

    /// Decides for marks right before a letter or digit, as in `3.14`, `example.com` and `One.Two.`.
    private func endsBeforeLetter(_ mark: MarkRun) -> Bool {
        let next = scalars[mark.end]
        if mark.kind == .stop || next.isCaseless { return endsBeforeCaseless(mark) }
        guard next.properties.isUppercase, !isAddress(before: mark.start) else { return false }
        guard mark.kind == .dot, !mark.closes else { return true }
        let token = token(before: mark.start)
        guard let last = token.unicodeScalars.last, token.unicodeScalars.count > 1 else { return false }
        let beginsWord = mark.end + 1 < scalars.count && scalars[mark.end + 1].properties.isLowercase
        guard last.properties.isLowercase || (last.isDigit && beginsWord) else { return false }
        return !isInner(token) && token.lowercased() != "ph"
    }

    /// Decides for marks right before a letter of a script without case, which may write no blanks.
    private func endsBeforeCaseless(_ mark: MarkRun) -> Bool {
        guard mark.closesQuote else { return mark.closesBracket || mark.kind != .ellipsis }
        let rest = scalars[mark.end...].prefix { $0.isWordPart }
        // 「行く。」と言った, "가자!"라고: what is attached to a quotation goes on with it.
        guard let first = rest.first, first.properties.isIdeographic else { return false }
        let isChinese = !rest.contains { (0x3040...0x30FF).contains($0.value) }
        return !(isChinese && rest.prefix(8).contains { "说説道问問喊叫答嚷".unicodeScalars.contains($0) })
    }

    /// Decides for marks before a blank, an opening quote or another sign.
    private func endsBeforeBlank(_ mark: MarkRun) -> Bool {
        guard let next = index(from: mark.end, where: { !$0.isBlank }),
            let letter = index(from: next, where: \.isWordPart)
        else { return true }
        if hasBlankLine(mark.end..<next) { return true }
        if ",;:".unicodeScalars.contains(scalars[next]) { return false }
        let follower = scalars[letter]
        let reopens = scalars[next..<letter].contains { SentenceSigns.openingQuotes.contains($0) }
        let breaksLine = scalars[mark.end..<next].contains(where: \.isLineBreak)
        if breaksLine, beginsItem(next) { return true }
        if !reopens, follower.properties.isLowercase, mark.closes || SentenceSigns.dashes.contains(scalars[next]) {
            return false
        }
        if mark.kind == .strong || mark.kind == .ellipsis, mark.closesQuote, !reopens, !breaksLine, namesSpeaker(letter)
        {
            return false
        }
        switch mark.kind {
        case .stop, .strong: return true
        case .ellipsis:
            return reopens || (breaksLine && follower.isCaseless)
                || (follower.properties.isUppercase && wordCount(before: mark.start) > 1)
        case .dot: return endsAtDot(mark, letter)
        }
    }

    /// Decides for a single dot before a blank, by the word before it and the word after it.
    private func endsAtDot(_ mark: MarkRun, _ letter: Int) -> Bool {
        let token = token(before: mark.start)
        let short = token.lowercased()
        let follower = scalars[letter].properties
        let next = word(from: letter)
        if isInner(token) || (SentenceWords.beforeNumber.contains(short) && scalars[letter].isDigit) { return false }
        if SentenceWords.beforeSmall.contains(short), follower.isLowercase || scalars[letter].isDigit { return false }
        if SentenceWords.beforeCapital.contains(short) {
            return !follower.isLowercase && !SentenceWords.calendar.contains(next)
        }
        if SentenceWords.beforeStarter.contains(short) || isDotted(token) {
            return follower.isUppercase && SentenceWords.starters.contains(next)
        }
        guard token.unicodeScalars.count == 1, token != "I",
            token.unicodeScalars.contains(where: \.properties.isUppercase)
        else { return true }
        return SentenceWords.starters.contains(next) || SentenceWords.lettered.contains(wordBefore(token, mark.start))
    }

    /// Whether a word's dot ends no sentence, whatever follows.
    private func isInner(_ token: String) -> Bool {
        // In capitals alone it is an acronym: CA, MS, George V.
        guard token.contains(where: { $0.isLowercase || $0 == "." }) else { return false }
        let short = token.lowercased()
        let isCapitalized = token.unicodeScalars.first?.properties.isUppercase ?? false
        return SentenceWords.inner.contains(short) || (isCapitalized && SentenceWords.capitalized.contains(short))
    }

    /// Whether a word is single letters with dots between, as in `U.S`.
    private func isDotted(_ token: String) -> Bool {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 && parts.allSatisfy { $0.count == 1 && $0.allSatisfy(\.isLetter) }
    }

    /// Whether the run of signs before a position is part of a web or mail address or a path.
    private func isAddress(before position: Int) -> Bool {
        scalars[start..<position].reversed().prefix { !$0.isBlank }.contains { $0 == "/" || $0 == "@" }
    }

    /// Whether the words from a position on name who speaks, as "I asked", "Mary cried" and "Ray Lee said" do.
    private func namesSpeaker(_ position: Int) -> Bool {
        var names = 0
        for piece in scalars[position...].split(maxSplits: 4, whereSeparator: \.isBlank).prefix(4) {
            let isEnd = piece.last.map { !$0.isWordPart && $0 != "." } ?? true
            let word = self.word(from: piece.startIndex)
            if SentenceWords.speech.contains(word) { return names > 0 }
            let isName = scalars[piece.startIndex].properties.isUppercase && !SentenceWords.starters.contains(word)
            guard isName || (word == "i" && names == 0), !isEnd else { return false }
            names += 1
        }
        return false
    }

    /// How many words the sentence at hand has before a position.
    private func wordCount(before position: Int) -> Int {
        scalars[start..<position].split(whereSeparator: \.isBlank)
            .filter { $0.contains(where: \.isWordPart) }.count
    }

    /// The word before a word that ends at a position, in small letters.
    private func wordBefore(_ token: String, _ position: Int) -> String {
        let end = (start..<position - token.unicodeScalars.count).last { !scalars[$0].isBlank }
        return end.map { self.token(before: $0 + 1).lowercased() } ?? ""
    }
}
