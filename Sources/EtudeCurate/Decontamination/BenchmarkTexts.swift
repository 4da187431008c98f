import EtudeText

/// The items of benchmarks with the texts by which they are known again, folded, each text once.
public struct BenchmarkTexts: Sendable {
    /// What is to be known of a benchmark.
    public struct Benchmark: Sendable, Hashable {
        /// The name under which it is reported.
        public let name: String
        /// How many items it has.
        public fileprivate(set) var items = 0
        /// How many of these are too short to be looked for.
        public fileprivate(set) var tooShort = 0
    }

    /// A benchmark's item.
    public struct Item: Sendable, Hashable {
        /// The index of the benchmark.
        public let benchmark: Int
        /// The item's number there, such as its line.
        public let number: Int
    }

    /// A folded text.
    struct Text: Sendable {
        /// Where it stands in ``bytes``.
        let range: Range<Int>
        /// How many words it has.
        let words: Int
        /// The indices of the items that have it, ascending.
        var items: [Int]
    }

    /// The benchmarks in the order in which they were begun.
    public private(set) var benchmarks: [Benchmark] = []
    /// The items in the order in which they were added.
    public private(set) var items: [Item] = []
    /// The texts, one after the other.
    private(set) var bytes: [UInt8] = []
    /// What the bytes are, in their order.
    private(set) var texts: [Text] = []
    private let settings: OverlapSettings
    private var known: [[UInt8]: Int] = [:]

    /// No items yet.
    public init(_ settings: OverlapSettings) {
        self.settings = settings
    }

    /// Begins a benchmark.
    public mutating func begin(_ name: String) {
        benchmarks.append(Benchmark(name: name))
    }

    /// Adds an item to the benchmark begun last.
    ///
    /// An item is known again by each of its texts that has at least n words, or, having none, by its longest text alone.
    ///
    /// - Parameters:
    ///   - number: the item's number.
    ///   - texts: its texts.
    public mutating func add(_ number: Int, _ texts: [String]) {
        let current = benchmarks.count - 1
        benchmarks[current].items += 1
        let folded = texts.map { text in
            let key = Folding.key(of: text.utf8.span)
            return (key: key, words: WordWindows(ofKey: key).words)
        }
        var wanted = folded.filter { $0.words >= settings.n }
        // Of equally long texts the first: `max` would take the last.
        if wanted.isEmpty, let longest = folded.reversed().max(by: { $0.words < $1.words }) { wanted = [longest] }
        wanted.removeAll { $0.words < OverlapSettings.leastWords }
        guard !wanted.isEmpty else { return benchmarks[current].tooShort += 1 }
        let item = items.count
        items.append(Item(benchmark: current, number: number))
        for text in wanted { add(text.key, words: text.words, to: item) }
    }

    /// The same items, to which no further one is added: what tells texts apart is given up.
    func completed() -> BenchmarkTexts {
        var completed = self
        completed.known = [:]
        return completed
    }

    private mutating func add(_ key: [UInt8], words: Int, to item: Int) {
        guard let index = known[key] else {
            known[key] = texts.count
            texts.append(Text(range: bytes.count..<bytes.count + key.count, words: words, items: [item]))
            return bytes += key
        }
        if texts[index].items.last != item { texts[index].items.append(item) }
    }
}
