import EtudeCore

extension NameMatcher {
    /// Finds all matches in a text, overlapping ones too, by last word, the longer first, then in the order of the names.
    ///
    /// Of most words only the first bytes are looked at: no text is folded but what may be a word of a name.
    ///
    /// - Parameters:
    ///   - text: a text in UTF-8.
    ///   - position: the number that the first word gets.
    ///   - found: takes the index of a name, and which of the text's folded words it spans.
    /// - Returns: the number that the next word would get.
    public func scan(
        _ text: Span<UInt8>,
        from position: Int = 0,
        _ found: (_ name: Int, _ words: Range<Int>) -> Void
    ) -> Int {
        var reading = Reading(position: position)
        let start = read(text, before: text.count, &reading, found)
        // The end of the text, behind which blocks may be read.
        var end = InlineArray<144, UInt8>(repeating: 0)
        for index in start..<text.count { end[index - start] = text[index] }
        _ = read(end.span, before: text.count - start, &reading, found)
        return reading.position
    }

    /// Reads a text as far as whole blocks, and what may be read behind them, stand in it; says where it goes on.
    @inline(__always)
    private func read(
        _ text: Span<UInt8>,
        before limit: Int,
        _ reading: inout Reading,
        _ found: (_ name: Int, _ words: Range<Int>) -> Void
    ) -> Int {
        let (filter, shift) = (table.filter.span, table.filterShift)
        var (base, state, position) = (0, reading.state, reading.position)
        while base < limit, base + WordBlock.size + 8 <= text.count {
            let block = WordBlock(text, at: base)
            var (starts, next) = (block.starts, base + WordBlock.size)
            while starts != 0 {
                let offset = starts.trailingZeroBitCount
                let length = block.length(from: offset)
                let start = base + offset
                guard offset + length < WordBlock.size else {
                    next = start
                    break
                }
                starts &= starts &- 1
                guard block.isPlain(offset, length) else {
                    reading = Reading(state: state, position: position)
                    takeRun(text, start..<start + length, &reading, found)
                    (state, position) = (reading.state, reading.position)
                    continue
                }
                var key = text.word(at: start) | 0x2020_2020_2020_2020
                if length < 8 { key &= (1 &<< UInt64(length &* 8)) &- 1 }
                let use = state == 0 ? WordTable.Use.first : .any
                guard filter[Int(WordTable.hash(key, length) &>> shift)] & use.rawValue != 0 else {
                    state = 0
                    position += 1
                    continue
                }
                reading = Reading(state: state, position: position)
                take(table.number(of: text, start..<start + length, key: key, fold: 0x20), &reading, found)
                (state, position) = (reading.state, reading.position)
            }
            if next == base {
                // A run that no block holds.
                next = text.endOfRun(from: base + WordBlock.size)
                reading = Reading(state: state, position: position)
                takeWords(text, base..<next, &reading, found)
                (state, position) = (reading.state, reading.position)
            }
            base = next
        }
        reading = Reading(state: state, position: position)
        return base
    }

    /// Takes a run with apostrophes, or with what is beyond ASCII.
    ///
    /// What it does not know itself, all but the apostrophes, quotation marks, dashes and dots of U+2010 to U+2027, it leaves to
    /// ``Folding``.
    private func takeRun(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        _ reading: inout Reading,
        _ found: (_ name: Int, _ words: Range<Int>) -> Void
    ) {
        var (first, index) = (range.lowerBound, range.lowerBound)
        var (key, length) = (UInt64(0), 0)
        func end() {
            guard length > 0 else { return }
            if table.filter[Int(WordTable.hash(key, length) >> table.filterShift)] == 0 {
                take(nil, &reading, found)
            } else {
                takeWords(text, first..<index, &reading, found)
            }
            (key, length) = (0, 0)
        }
        while index < range.upperBound {
            let byte = text[index]
            if byte < 0x80 {
                if byte != UInt8(ascii: "'") {
                    if length < 8 { key |= UInt64(byte | 0x20) << UInt64(length * 8) }
                    length += 1
                }
                index += 1
                continue
            }
            guard byte == 0xE2, index + 2 < range.upperBound, text[index + 1] == 0x80 else {
                return takeWords(text, first..<range.upperBound, &reading, found)
            }
            switch text[index + 2] {
            case 0x98, 0x99, 0x9B: break
            case 0x90...0xA7:
                end()
                first = index + 3
            default: return takeWords(text, first..<range.upperBound, &reading, found)
            }
            index += 3
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
            if start < end {
                let key = WordTable.key(of: folded.span, start..<end)
                take(table.number(of: folded.span, start..<end, key: key, fold: 0), &reading, found)
            }
            start = end + 1
        }
    }
}

extension Span<UInt8> {
    /// Where a run of letters, digits, apostrophes and bytes beyond ASCII ends that an index is in.
    fileprivate func endOfRun(from start: Int) -> Int {
        var index = start
        while index < count {
            switch self[index] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x27, 0x80...: index += 1
            default: return index
            }
        }
        return index
    }
}
