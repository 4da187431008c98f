import EtudeCore
public import EtudeCurate
import EtudeIngest

/// Which benchmarks no row may hold items of.
public struct DecontaminateSpec: Sendable {
    /// The benchmarks' files, relative to the pipeline file; none for a pipeline that is not decontaminated.
    public var against: [String] = []
    /// The field of JSON Lines benchmarks whose texts count; nil for all texts.
    public var field: String?
    /// When a row holds an item.
    public var overlap = OverlapSettings()

    init(_ reader: YAMLReader?) throws(EtudeError) {
        guard var reader else { return }
        against = try reader.strings("against") ?? []
        guard !against.isEmpty else {
            throw reader.failure("against", "At least one benchmark's file is needed.")
        }
        field = try reader.string("against_field")
        let n = try reader.int("n") ?? overlap.n
        let short = try reader.int("short") ?? min(overlap.short, n)
        let coverage = try reader.double("coverage") ?? overlap.coverage
        let mostTexts = try reader.int("most_texts") ?? overlap.mostTexts
        guard (OverlapSettings.leastWords...100).contains(n) else {
            throw reader.failure("n", "A run has from \(OverlapSettings.leastWords) to 100 words.")
        }
        guard (OverlapSettings.leastWords...n).contains(short) else {
            throw reader.failure("short", "A short run has from \(OverlapSettings.leastWords) to `n` words.")
        }
        guard coverage > 0, coverage <= 1 else {
            throw reader.failure("coverage", "A coverage lies above 0 and is at most 1.")
        }
        guard mostTexts > 0 else { throw reader.failure("most_texts", "A run stands in at least one text.") }
        overlap = OverlapSettings(n: n, short: short, coverage: coverage, mostTexts: mostTexts)
        try reader.refuseUnknownKeys()
    }

    /// The settings as the pipeline file has them; nil where nothing is decontaminated.
    var resolved: JSONValue? {
        guard !against.isEmpty else { return nil }
        var members = [JSONMember("against", .array(against.map(JSONValue.string)))]
        if let field { members.append(JSONMember("against_field", .string(field))) }
        members += [
            JSONMember("n", .int(overlap.n)),
            JSONMember("short", .int(overlap.short)),
            JSONMember("coverage", .double(overlap.coverage)),
            JSONMember("most_texts", .int(overlap.mostTexts)),
        ]
        return .object(members)
    }
}
