public import EtudeCore
import EtudeCurate

/// How many rows a decontamination kept and removed, and what of each benchmark they held.
public struct DecontaminationCounts: Sendable {
    private let benchmarks: [BenchmarkTexts.Benchmark]
    private let ignoredRuns: Int
    private var rows = 0
    private var removed = 0
    /// By benchmark, the rows that hold something of it.
    private var removedRows: [Int]
    /// By benchmark, the items that rows hold.
    private var matchedItems: [Set<Int>]

    init(_ index: OverlapIndex) {
        benchmarks = index.benchmarks.benchmarks
        ignoredRuns = index.ignoredRuns
        removedRows = [Int](repeating: 0, count: benchmarks.count)
        matchedItems = [Set<Int>](repeating: [], count: benchmarks.count)
    }

    /// The counts as JSON.
    public var json: JSONValue {
        [
            "rows": .int(rows),
            "kept": .int(rows - removed),
            "removed": .int(removed),
            "ignored_ngrams": .int(ignoredRuns),
            "benchmarks": .array(
                benchmarks.indices.map { index in
                    [
                        "benchmark": .string(benchmarks[index].name),
                        "items": .int(benchmarks[index].items),
                        "too_short": .int(benchmarks[index].tooShort),
                        "matched": .int(matchedItems[index].count),
                        "rows": .int(removedRows[index]),
                    ]
                }
            ),
        ]
    }

    /// The counts in sentences, one a line.
    public var text: String {
        let lines = benchmarks.indices.map { index in
            let benchmark = benchmarks[index]
            let short = benchmark.tooShort == 0 ? "" : " (\(benchmark.tooShort) too short to be looked for)"
            return "\(benchmark.name): \(matchedItems[index].count) of \(benchmark.items) items\(short) "
                + "in \(removedRows[index]) rows."
        }
        return (["\(rows) rows: \(rows - removed) kept, \(removed) removed."] + lines).joined(separator: "\n")
    }

    /// Counts the rows of a batch.
    mutating func add(_ batch: [ContaminatedRow?]) {
        rows += batch.count
        for row in batch {
            guard let row else { continue }
            removed += 1
            for match in row.matches {
                removedRows[match.benchmark] += 1
                matchedItems[match.benchmark].formUnion(match.items)
            }
        }
    }
}
