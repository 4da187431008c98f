import EtudeCore
import EtudeCurate

/// Divides the rows of a JSON Lines file into a training file and a held-out one, in a new folder.
///
/// Lines are copied byte for byte and keep their order. Files are `train.jsonl` and `held-out.jsonl`, by skills `mixed.jsonl`
/// too, gzipped if the input is; `split.json` says how they came about. Memory does not grow with the rows.
public struct FileSplit: Sendable {
    /// What decides the side of a row.
    public enum Rule: Sendable, Hashable {
        /// A part of the rows, those with the same value of a field together, or else equal rows (``ContentDivision``).
        case fraction(Double, group: String?)
        /// Named skills (``SkillDivision``), in a field that holds a list of texts, or one.
        case skills([String], field: String)
        /// A part of all skills in such a field, drawn.
        case skillFraction(Double, field: String)

        /// The field that holds skills.
        var skillField: String? {
            switch self {
            case .fraction: nil
            case .skills(_, let field), .skillFraction(_, let field): field
            }
        }
    }

    /// The name of the file that says how the others came about.
    static let recordName = "split.json"
    private static let sliceRows = 512

    /// The file, gzipped if its name ends with `.gz`; `-` is standard input.
    public var input: String
    /// The folder, which is made, or empty.
    public var folder: String
    /// What decides the side of a row.
    public var rule: Rule
    /// What is drawn by.
    public var seed: Int
    /// How many slices of rows are worked on at the same time.
    public var threads: Int
    /// About how many bytes of rows are read at a time; no result depends on it.
    var batchBytes = 4 << 20

    /// The division of one file.
    public init(input: String, folder: String, rule: Rule, seed: Int, threads: Int = 1) {
        self.input = input
        self.folder = folder
        self.rule = rule
        self.seed = seed
        self.threads = threads
    }

    /// Reads the file and writes the folder.
    ///
    /// - Returns: how many rows went where.
    /// - Throws: ``EtudeError`` with code `data` for a line without the fields or a skill that no row has, `io` where reading
    ///   or writing fails; there is then no folder.
    public func run() async throws -> DivisionCounts {
        let file = try RowFile(input)
        let slices = ParallelSlices(of: Self.sliceRows, width: threads)
        let sorter = try await sorter(file, slices)
        let feed = SequentialFeed(file, batchBytes: batchBytes)
        @Sendable func nextBatch() async throws -> (RowBatch, [RowSide])? {
            guard let batch = try await feed.next() else { return nil }
            let sides = try await slices.map(batch.rows.count) { slice in
                try slice.map { try sorter.side(of: batch.rows[$0], in: batch.bytes) }
            }
            return (batch, Array(sides.joined()))
        }
        let sink = try SplitSink(folder: folder, sides: sides, isGzip: input.hasSuffix(".gz"))
        var counts = DivisionCounts(sides: sides)
        var batch = try await nextBatch()
        while let (rows, sides) = batch {
            async let next = nextBatch()
            counts.add(sides)
            try await sink.write(rows, sides)
            batch = try await next
        }
        try await sink.finish(record: record(counts, sorter))
        return counts
    }

    private var sides: [RowSide] { rule.skillField == nil ? [.train, .heldOut] : RowSide.allCases }

    private func sorter(_ file: RowFile, _ slices: ParallelSlices) async throws -> RowSorter {
        let seed = Seed(UInt64(seed))
        switch rule {
        case .fraction(let fraction, let group):
            return RowSorter(ContentDivision(fraction: fraction, seed: seed), group: group, of: file)
        case .skills(let skills, let field):
            let all = try await self.skills(of: file, field, slices)
            for skill in skills where !all.contains(skill) {
                let nearest = Suggestion.nearest(to: skill, in: all).map { " Did you mean \"\($0)\"?" } ?? ""
                throw EtudeError(.data, "No row has the skill \"\(skill)\" in \"\(field)\".\(nearest)")
            }
            return RowSorter(SkillDivision(heldOut: Set(skills)), field: field, of: file)
        case .skillFraction(let fraction, let field):
            let all = try await self.skills(of: file, field, slices)
            guard all.count > 1 else {
                let message = "The rows have \(all.count) skills in \"\(field)\"; two sides need at least two."
                throw EtudeError(.data, message, at: Place(file: file.name))
            }
            return RowSorter(SkillDivision(fraction: fraction, of: all, seed: seed), field: field, of: file)
        }
    }

    /// All skills that rows have.
    private func skills(of file: RowFile, _ field: String, _ slices: ParallelSlices) async throws -> Set<String> {
        let feed = SequentialFeed(file, batchBytes: batchBytes)
        let fields = RowSorter.skillFields(field, of: file)
        var all: Set<String> = []
        while let batch = try await feed.next() {
            let found = try await slices.map(batch.rows.count) { slice in
                var skills: Set<String> = []
                for row in slice { skills.formUnion(try fields.labels(of: try fields.row(batch, row)).flatMap(\.self)) }
                return skills
            }
            for skills in found { all.formUnion(skills) }
        }
        return all
    }

    private func record(_ counts: DivisionCounts, _ sorter: RowSorter) -> JSONValue {
        var members = [JSONMember("counts", counts.json), JSONMember("seed", .int(seed))]
        switch rule {
        case .fraction(let fraction, let group):
            members.append(JSONMember("held_out", .double(fraction)))
            if let group { members.append(JSONMember("group", .string(group))) }
        case .skills(_, let field), .skillFraction(_, let field):
            let skills = (sorter.skills?.heldOut ?? []).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            members.append(JSONMember("skills_field", .string(field)))
            members.append(JSONMember("held_out_skills", .array(skills.map(JSONValue.string))))
        }
        return .object(members)
    }
}
