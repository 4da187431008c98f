import CBytes
import EtudeCore

extension NameMatcher {
    /// How far texts are read.
    public struct Reading: Sendable {
        /// The number of the next word.
        public internal(set) var position = 0
        /// The words read last, as far as they begin a name.
        var state = 0
        fileprivate var search = WordRunSearch()

        /// Before the first word of the first text.
        public init() {}

        /// Ends a text; words are numbered on.
        public mutating func endText() { state = 0 }
    }

    /// Finds the names in a part of a text that begins and ends between words, overlapping ones too: by last word, the longer
    /// first, then in the order of the names.
    ///
    /// Of most words only the first bytes are looked at: no text is folded but what may begin a name, or goes on with one.
    ///
    /// - Parameters:
    ///   - text: what holds the part, in UTF-8.
    ///   - range: where the part stands there.
    ///   - reading: how far the text is read, which moves on.
    ///   - found: takes the index of a name, and the numbers of the folded words that it spans.
    public func scan(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        _ reading: inout Reading,
        _ found: (_ name: Int, _ words: Range<Int>) -> Void
    ) {
        let rest = scanBlocks(text, range, &reading, found)
        guard rest < range.upperBound else { return }
        // The last bytes are copied to where more stand behind them.
        var end = InlineArray<144, UInt8>(repeating: 0)
        for index in rest..<range.upperBound { end[index - rest] = text[index] }
        _ = scanBlocks(end.span, 0..<range.upperBound - rest, &reading, found)
    }

    /// Reads as far as runs are searched for; says where it goes on.
    private func scanBlocks(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        _ reading: inout Reading,
        _ found: (_ name: Int, _ words: Range<Int>) -> Void
    ) -> Int {
        var start = range.lowerBound
        _ = finish(text, &start, range.upperBound, &reading, found)
        while start < range.upperBound, start + WordRunSearch.margin <= text.count {
            let search = reading.search.find(in: text, start..<range.upperBound, table.firsts)
            // Where the runs end that were taken, and how many runs stand before that.
            var passed = 0
            for index in 0..<search.found {
                let (run, number) = (reading.search[index], reading.search.number(index))
                guard run.range.lowerBound >= start else { continue }
                reading.position += number - passed
                take(run, of: text, &reading, found)
                start = run.range.upperBound
                passed = number + 1 + finish(text, &start, range.upperBound, &reading, found)
            }
            guard start <= search.start else { continue }
            reading.position += search.passed - passed
            start = search.start
        }
        return start
    }

    /// Takes runs as long as the words read last begin a name; says how many.
    private func finish(
        _ text: Span<UInt8>,
        _ start: inout Int,
        _ end: Int,
        _ reading: inout Reading,
        _ found: (_ name: Int, _ words: Range<Int>) -> Void
    ) -> Int {
        var count = 0
        while reading.state != 0, let run = WordRun(in: text, start..<end) {
            take(run, of: text, &reading, found)
            start = run.range.upperBound
            count += 1
        }
        return count
    }

    private func take(
        _ run: WordRun,
        of text: Span<UInt8>,
        _ reading: inout Reading,
        _ found: (_ name: Int, _ words: Range<Int>) -> Void
    ) {
        if run.isPlain {
            take(table.number(ofPlain: text, run.range), &reading, found)
        } else {
            takeSpecial(text, run.range, &reading, found)
        }
    }

    /// Takes a run with apostrophes, or with what is beyond ASCII; what no ``SpecialSign`` describes is left to ``Folding``.
    private func takeSpecial(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        _ reading: inout Reading,
        _ found: (_ name: Int, _ words: Range<Int>) -> Void
    ) {
        var (start, index) = (range.lowerBound, range.lowerBound)
        var (key, length) = (UInt64(0), 0)
        func add(_ byte: UInt8) {
            if length < 8 { key |= UInt64(byte) << UInt64(length * 8) }
            length += 1
        }
        func end() {
            guard length > 0 else { return }
            if reading.state == 0, !table.firsts.contains(key) {
                reading.position += 1
            } else {
                takeWords(text, start..<index, &reading, found)
            }
            (key, length) = (0, 0)
        }
        while index < range.upperBound {
            let byte = text[index]
            guard byte >= 0x80 else {
                if byte != UInt8(ascii: "'") { add(byte | 0x20) }
                index += 1
                continue
            }
            guard let sign = SpecialSign(text, index..<range.upperBound) else {
                return takeWords(text, start..<range.upperBound, &reading, found)
            }
            switch sign.role {
            case .letter: for place in 0..<sign.count { add(sign.byte(place)) }
            case .separator:
                end()
                start = index + sign.length
            default: break
            }
            index += sign.length
        }
        end()
    }

    /// Takes the words of a run, whatever stands in it.
    private func takeWords(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        _ reading: inout Reading,
        _ found: (_ name: Int, _ words: Range<Int>) -> Void
    ) {
        let folded = Folding.key(of: text.extracting(range))
        var start = 0
        for end in 0...folded.count where end == folded.count || folded[end] == UInt8(ascii: " ") {
            if start < end { take(table.number(of: folded.span, start..<end), &reading, found) }
            start = end + 1
        }
    }
}
