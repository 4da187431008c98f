import EtudeCore
import EtudeCurate
import EtudePublish
import EtudeStore

/// How varied the rows of a release are, split by split.
struct ReleaseDiversity {
    private static let sample = 1000

    private let seed: Seed
    private var measures: [String: DiversityMeasure] = [:]

    /// The measure of no row yet.
    ///
    /// - Parameter seed: what the samples follow from.
    init(seed: Seed) {
        self.seed = seed
    }

    /// Takes a row as its shard has it.
    mutating func add(_ row: JSONValue) {
        guard let split = row["split"]?.string else { return }
        let skills = row["skills"]?.array?.compactMap(\.string) ?? []
        let none = DiversityMeasure(TextSample(size: Self.sample, seed: seed.child("diversity", split)))
        measures[split, default: none].add(
            text: row["text"]?.string ?? "",
            skills: skills,
            topics: [row["topic"]?.string].compactMap(\.self)
        )
    }

    /// What `diversity.json` holds: the size of the samples, the level of gzip, and the figures of each split that has rows.
    ///
    /// - Parameter order: the names of the splits in the order wanted.
    /// - Returns: the document.
    func json(_ order: [String]) -> JSONValue {
        let splits = order.compactMap { split -> JSONValue? in
            guard let figures = measures[split]?.figures(compressedBytes: GzipSize.of).json.members else { return nil }
            return JSONValue.object([JSONMember("split", .string(split))] + figures).rounded
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
