import EtudeCore

extension NameMatcher {
    /// How far texts are read.
    public struct Reading: Sendable {
        /// The number of the next word.
        public internal(set) var position = 0
        /// The words read last, as far as they begin a name.
        var state = 0

        /// Before the first word of the first text.
        public init() {}

        /// Ends a text; words are numbered on.
        public mutating func endText() { state = 0 }
    }

    /// Finds the names in a part of a text that begins and ends between words, overlapping ones too: by last word, the longer
    /// first, then in the order of the names.
    ///
    /// Of most words only the first bytes are looked at: no text is folded but what may be a word of a name.
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
        // The last bytes are copied to where blocks may be read behind them.
        var end = InlineArray<144, UInt8>(repeating: 0)
        for index in rest..<range.upperBound { end[index - rest] = text[index] }
        _ = scanBlocks(end.span, 0..<range.upperBound - rest, &reading, found)
    }

    /// Reads as far as blocks, and the eight bytes from each of theirs on, can be read; says where it goes on.
    @inline(never)
    private func scanBlocks(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        _ reading: inout Reading,
        _ found: (_ name: Int, _ words: Range<Int>) -> Void
    ) -> Int {
        let (firsts, shift) = (table.firsts.span, table.firstsShift)
        var base = range.lowerBound
        while base < range.upperBound, base + WordBlock.size + 8 <= text.count {
            let block = WordBlock(text, at: base, before: range.upperBound)
            var (starts, next) = (block.starts, base + WordBlock.size)
            while starts != 0 {
                let offset = starts.trailingZeroBitCount
                let length = block.length(from: offset)
                guard offset + length < WordBlock.size else {
                    next = base + offset
                    break
                }
                starts &= starts &- 1
                let key = Self.key(text.word(at: base + offset), length)
                let first = WordTable.isFirst(WordTable.hash(key, length), in: firsts, shift: shift)
                let special = block.special(from: offset, length: length)
                if first | special | UInt64(truncatingIfNeeded: reading.state) == 0 {
                    reading.position &+= 1
                } else {
                    takeRun(text, base + offset..<base + offset + length, isPlain: special == 0, &reading, found)
                }
            }
            if next == base {
                // A run that no block holds.
                next = text.endOfRun(from: base + WordBlock.size, before: range.upperBound)
                takeWords(text, base..<next, &reading, found)
            }
            base = next
        }
        return min(base, range.upperBound)
    }

    /// The first eight bytes of a word of letters and digits, folded; zeros for those that it does not have.
    @inline(__always)
    private static func key(_ bytes: UInt64, _ length: Int) -> UInt64 {
        (bytes | 0x2020_2020_2020_2020) & ((1 << UInt64(truncatingIfNeeded: length &* 8)) &- 1)
    }

    /// Takes a run that may be a word of a name, or is more than letters and digits.
    @inline(never)
    private func takeRun(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        isPlain: Bool,
        _ reading: inout Reading,
        _ found: (_ name: Int, _ words: Range<Int>) -> Void
    ) {
        guard isPlain else { return takeSpecial(text, range, &reading, found) }
        let key = Self.key(text.word(at: range.lowerBound), range.count)
        take(table.number(of: text, range, key: key, fold: 0x20), &reading, found)
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
            let first = WordTable.isFirst(WordTable.hash(key, length), in: table.firsts.span, shift: table.firstsShift)
            if reading.state == 0, first == 0 {
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
            if start < end {
                let key = WordTable.key(of: folded.span, start..<end)
                take(table.number(of: folded.span, start..<end, key: key, fold: 0), &reading, found)
            }
            start = end + 1
        }
    }
}

extension Span<UInt8> {
    /// Where a run of letters, digits, apostrophes and bytes beyond ASCII ends that an index is in, or an end before that.
    fileprivate func endOfRun(from start: Int, before end: Int) -> Int {
        var index = start
        while index < end {
            switch self[index] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x27, 0x80...: index += 1
            default: return index
            }
        }
        return index
    }
}
