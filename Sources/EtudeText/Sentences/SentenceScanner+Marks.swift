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
        if mark.closesTitle { return false }
        // 他（真的！）来了: what is cried in brackets interrupts; what is told in brackets stands for itself.
        if mark.closesBracket { return !"!?！？".unicodeScalars.contains(scalars[mark.start]) }
        guard mark.closesQuote else { return mark.kind != .ellipsis }
        let rest = scalars[mark.end...].prefix { $0.isWordPart }
        // 「行く。」と言った, "가자!"라고: what is attached to a quotation goes on with it.
        guard let first = rest.first, first.properties.isIdeographic else { return false }
        let isChinese = !rest.contains { (0x3040...0x30FF).contains($0.value) }
        return !(isChinese && Self.namesChineseSpeaker(rest.prefix(8)))
    }

    /// Whether signs tell who speaks, as 她问 does and 她没有回答 does not.
    private static func namesChineseSpeaker(_ signs: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let verb = signs.firstIndex(where: "说説道问問喊叫答嚷".unicodeScalars.contains) else { return false }
        return !signs[..<verb].contains(where: "没沒不未无無".unicodeScalars.contains)
    }

    /// Decides for marks before a blank, an opening quote or another sign.
    private func endsBeforeBlank(_ mark: MarkRun) -> Bool {
        guard let next = index(from: mark.end, where: { !$0.isBlank }),
            let letter = index(from: next, where: \.isWordPart)
        else { return true }
        if hasBlankLine(mark.end..<next) { return true }
        if ",;:".unicodeScalars.contains(scalars[next]) { return false }
        let follower = scalars[letter]
        if mark.closesQuote, SentenceWords.quotatives.contains(word(from: letter)) { return false }
        let reopens = scalars[next..<letter].contains { SentenceSigns.openingQuotes.contains($0) }
        let breaksLine = scalars[mark.end..<next].contains(where: \.isLineBreak)
        if breaksLine, beginsItem(next) { return true }
        if !reopens, follower.properties.isLowercase, mark.closes || SentenceSigns.dashes.contains(scalars[next]) {
            return false
        }
        if mark.kind == .strong || mark.kind == .ellipsis, !reopens, !breaksLine {
            if mark.closesQuote, namesSpeaker(letter) { return false }
            if beginsWithDash, SentenceWords.speech.contains(word(from: letter)) { return false }
        }
        switch mark.kind {
        case .stop, .strong: return true
        case .ellipsis:
            return reopens || (breaksLine && follower.isCaseless)
                || (follower.properties.isUppercase && !isHesitation(before: mark.start, next: word(from: letter)))
        case .dot: return endsAtDot(mark, letter)
        }
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

    /// Whether the sentence at hand begins with a dash, as a speech in a dialogue does.
    private var beginsWithDash: Bool {
        scalars[start...].first { !$0.isBlank }.map(SentenceSigns.dashes.contains) ?? false
    }

    /// Whether an ellipsis at a position holds up a speaker who goes on.
    ///
    /// A single word before it does so where it is none to stop at, or is said again: "Well... I think so", "Where... Where
    /// are you?".
    private func isHesitation(before position: Int, next: String) -> Bool {
        let words = scalars[start..<position].split { !$0.isWordPart && !"'’".unicodeScalars.contains($0) }
        guard words.count == 1, let word = words.first.map({ String(String.UnicodeScalarView($0)).lowercased() }) else {
            return words.isEmpty
        }
        return SentenceWords.hesitations.contains(word) || word == next
    }
}
