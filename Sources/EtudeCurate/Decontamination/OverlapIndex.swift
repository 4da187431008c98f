import EtudeText

/// Finds the items of benchmarks that a text holds, by n-gram overlap.
///
/// Every run that the index proposes is compared word for word, so that nothing is found that is not there. A run of a
/// benchmark takes about 20 bytes.
public struct OverlapIndex: Sendable {
    /// A run of words of a benchmark's text.
    private struct Run: Sendable {
        let hash: UInt64
        /// Where it begins in the bytes of the texts.
        let start: Int
    }

    /// A run of a row that stands in a benchmark's text.
    struct Hit {
        let text: Int
        /// Where it stands in the benchmark's texts.
        let range: Range<Int>
        /// Where it stands in the row.
        let place: Range<Int>
    }

    /// How many different runs are ignored because too many texts have them.
    public private(set) var ignoredRuns = 0
    /// The benchmarks and their items.
    public let benchmarks: BenchmarkTexts
    private let settings: OverlapSettings
    /// The lengths that runs have, ascending.
    private let sizes: [Int]
    /// In the order of their hashes.
    private var runs: [Run] = []
    /// For each value of the leading bits of a hash the first run that has no lesser ones, and the end.
    private var starts: [UInt32] = []
    private var shift: UInt64 = 63

    /// The index of some items.
    public init(_ benchmarks: BenchmarkTexts, _ settings: OverlapSettings) {
        self.benchmarks = benchmarks.completed()
        self.settings = settings
        sizes = Set(benchmarks.texts.map { settings.runWords(of: $0.words) }).sorted()
        for text in benchmarks.texts {
            let windows = WordWindows(ofKey: Array(benchmarks.bytes[text.range]))
            windows.forEach(of: settings.runWords(of: text.words)) { hash, range in
                runs.append(Run(hash: hash, start: text.range.lowerBound + range.lowerBound))
            }
        }
        runs.sort { ($0.hash, $0.start) < ($1.hash, $1.start) }
        ignoreFrequent()
        file()
    }

    /// What a text holds of the benchmarks.
    ///
    /// - Parameter text: a text in UTF-8.
    /// - Returns: one match for each benchmark of which it holds items, in the order of the benchmarks.
    public func matches(in text: Span<UInt8>) -> [OverlapMatch] {
        let key = Folding.key(of: text)
        let hits = hits(in: key)
        guard !hits.isEmpty else { return [] }
        var found: [Int: (items: Set<Int>, places: [Range<Int>])] = [:]
        for (text, hits) in Dictionary(grouping: hits, by: \.text) where isHeld(text, hits) {
            for item in benchmarks.texts[text].items {
                let benchmark = benchmarks.items[item].benchmark
                found[benchmark, default: ([], [])].items.insert(item)
                found[benchmark, default: ([], [])].places += hits.map(\.place)
            }
        }
        return found.sorted { $0.key < $1.key }.map { benchmark, found in
            OverlapMatch(benchmark: benchmark, items: found.items.sorted(), span: Self.longest(found.places, in: key))
        }
    }

    private func hits(in key: [UInt8]) -> [Hit] {
        var hits: [Hit] = []
        let windows = WordWindows(ofKey: key)
        for size in sizes {
            windows.forEach(of: size) { hash, place in
                let bucket = Int(hash >> shift)
                for index in Int(starts[bucket])..<Int(starts[bucket + 1]) where runs[index].hash == hash {
                    let range = runs[index].start..<runs[index].start + place.count
                    guard range.upperBound <= benchmarks.bytes.count,
                        benchmarks.bytes[range].elementsEqual(key[place])
                    else { continue }
                    hits.append(Hit(text: text(at: range.lowerBound), range: range, place: place))
                }
            }
        }
        return hits
    }

    /// Whether the runs that a row has of a text are enough.
    private func isHeld(_ text: Int, _ hits: [Hit]) -> Bool {
        let words = benchmarks.texts[text].words
        guard words < settings.n else { return true }
        var covered = 0
        for range in Self.joined(hits.map(\.range)) {
            covered += benchmarks.bytes[range].count { $0 == UInt8(ascii: " ") } + 1
        }
        return Double(covered) >= settings.coverage * Double(words)
    }

    /// The index of the text that holds a byte.
    private func text(at byte: Int) -> Int {
        var (low, high) = (0, benchmarks.texts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if benchmarks.texts[middle].range.lowerBound <= byte { low = middle } else { high = middle }
        }
        return low
    }

    /// Takes out the runs that stand in too many texts.
    private mutating func ignoreFrequent() {
        var kept: [Run] = []
        kept.reserveCapacity(runs.count)
        var first = 0
        while first < runs.count {
            var end = first
            var texts = 0
            var last = -1
            while end < runs.count, runs[end].hash == runs[first].hash {
                let text = text(at: runs[end].start)
                if text != last { texts += 1 }
                last = text
                end += 1
            }
            if texts > settings.mostTexts { ignoredRuns += 1 } else { kept += runs[first..<end] }
            first = end
        }
        runs = kept
    }

    /// Notes where the runs of each beginning of a hash stand.
    private mutating func file() {
        let bits = max(1, Int.bitWidth - runs.count.leadingZeroBitCount)
        shift = UInt64(64 - bits)
        starts = [UInt32](repeating: 0, count: 1 << bits + 1)
        for run in runs { starts[Int(run.hash >> shift) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
    }

    /// Ranges with those that overlap made one, ascending.
    private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = joined.last, range.lowerBound < last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }

    /// The longest of some places, those that overlap made one; of equally long ones the first.
    private static func longest(_ places: [Range<Int>], in key: [UInt8]) -> String {
        let longest = joined(places).reversed().max { $0.count < $1.count } ?? 0..<0
        return String(decoding: key[longest], as: UTF8.self)
    }
}
