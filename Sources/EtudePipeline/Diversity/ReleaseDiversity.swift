import EtudeCore
import EtudeCurate
import EtudePublish
import EtudeStore

/// How varied the rows of a release are, split by split.
struct ReleaseDiversity {
    private static let sample = 1000

    private let seed: Seed
    private var measures: [(split: String, measure: DiversityMeasure)] = []

    /// The measure of no row yet.
    ///
    /// - Parameter seed: what the samples follow from.
    init(seed: Seed) {
        self.seed = seed
    }

    /// Takes a row as its shard has it; rows of a split come one after the other.
    mutating func add(_ row: JSONValue) {
        guard let split = row["split"]?.string else { return }
        if measures.last?.split != split {
            let sample = TextSample(size: Self.sample, seed: seed.child("diversity", split))
            measures.append((split, DiversityMeasure(sample)))
        }
        let skills = row["skills"]?.array?.compactMap(\.string) ?? []
        measures[measures.count - 1].measure.rows += 1
        measures[measures.count - 1].measure.sample.offer(row["text"]?.string ?? "")
        measures[measures.count - 1].measure.labels.add(
            skills: skills,
            topics: [row["topic"]?.string].compactMap(\.self)
        )
    }

    /// What `diversity.json` holds: the size of the samples, the level of gzip, and the figures of each split.
    var json: JSONValue {
        let splits = measures.map { split, measure in
            let figures = measure.figures(compressedBytes: GzipSize.of).json
            return JSONValue.object([JSONMember("split", .string(split))] + (figures.members ?? [])).rounded
        }
        return [
            "version": 1, "sample": .int(Self.sample), "gzip_level": .int(GzipSize.level), "splits": .array(splits),
        ]
    }
}

extension JSONValue {
    /// The same with six decimals of every fraction, so that the last bits of a machine's logarithms reach no published file.
    fileprivate var rounded: JSONValue {
        switch self {
        case .double(let number): .double((number * 1e6).rounded() / 1e6)
        case .array(let elements): .array(elements.map(\.rounded))
        case .object(let members): .object(members.map { JSONMember($0.key, $0.value.rounded) })
        default: self
        }
    }
}
