import CBytes

/// What stands between blanks and signs of ASCII: one word mostly, or several where other signs are in it.
struct WordRun {
    /// Where it stands.
    let range: Range<Int>
    /// Whether it is letters and digits of ASCII only.
    let isPlain: Bool

    /// A run that was found.
    init(_ run: etude_run) {
        range = run.start..<run.end
        isPlain = !run.special
    }

    /// The first run in a range that begins and ends between runs; nil for none.
    init?(in text: Span<UInt8>, _ range: Range<Int>) {
        var start = range.lowerBound
        while start < range.upperBound, !Self.isInside(text[start]) { start += 1 }
        guard start < range.upperBound else { return nil }
        var (end, isPlain) = (start, true)
        while end < range.upperBound, Self.isInside(text[end]) {
            isPlain = isPlain && text[end] < 0x80 && text[end] != UInt8(ascii: "'")
            end += 1
        }
        self.range = start..<end
        self.isPlain = isPlain
    }

    private static func isInside(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x27, 0x80...: true
        default: false
        }
    }
}

/// Finds the runs of a text that are not plain, or may be words of a set; all others are passed.
struct WordRunSearch: Sendable {
    /// Bytes at the end of a text that are not searched.
    static let margin = Int(ETUDE_RUN_MARGIN)

    /// The runs that were found last, and what lay behind them before.
    private var runs = [etude_run](repeating: etude_run(), count: 4 * Int(ETUDE_BLOCK_RUNS))

    /// How many runs stand before one that was found.
    func number(_ index: Int) -> Int { runs[index].number }

    /// One of the runs that were found.
    subscript(index: Int) -> WordRun { WordRun(runs[index]) }

    /// Searches on, as far as there is room for runs.
    ///
    /// - Parameters:
    ///   - text: a text in UTF-8.
    ///   - range: the part of it that is searched, from between runs to between runs.
    ///   - words: the set.
    /// - Returns: where the search goes on, how many runs stand before that, and how many of them were found.
    mutating func find(in text: Span<UInt8>, _ range: Range<Int>, _ words: WordSet) -> etude_search {
        precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
        return unsafe text.withUnsafeBufferPointer { text in
            unsafe words.bits.withUnsafeBufferPointer { bits in
                unsafe runs.withUnsafeMutableBufferPointer { runs in
                    unsafe etude_find_runs(
                        text.baseAddress,
                        range.lowerBound,
                        range.upperBound,
                        text.count,
                        bits.baseAddress,
                        words.shift,
                        runs.baseAddress,
                        runs.count
                    )
                }
            }
        }
    }
}
