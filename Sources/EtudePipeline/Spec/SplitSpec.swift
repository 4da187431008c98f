import EtudeCore
import EtudeIngest

/// A split: which sides it draws from, and how many rows it wants for each k.
public struct SplitSpec: Sendable {
    /// The name, as `data/<name>-….jsonl.gz` has it.
    public var name: String
    /// `train`, `held-out` or `any`.
    public var skills: String
    /// `train`, `held-out` or `any`.
    public var topics: String
    /// `open` or `held-out`.
    public var combinations: String
    /// Whether a teacher writes texts; false for a split of requests only.
    public var hasTexts: Bool
    /// The rows wanted, by k, ascending.
    public var rows: [(k: Int, rows: Int)]

    init(name: String, _ reader: YAMLReader) throws(EtudeError) {
        var reader = reader
        self.name = name
        guard name.wholeMatch(of: /[a-z0-9]+(_[a-z0-9]+)*/) != nil else {
            throw reader.failure(
                nil,
                "The split name \"\(name)\" should be lower-case letters, digits and single underscores."
            )
        }
        skills = try Self.choice("skills", of: ["train", "held-out", "any"], default: "train", &reader)
        topics = try Self.choice("topics", of: ["train", "held-out", "any"], default: "train", &reader)
        combinations = try Self.choice("combinations", of: ["open", "held-out"], default: "open", &reader)
        hasTexts = try Self.choice("texts", of: ["written", "none"], default: "written", &reader) == "written"
        guard var counts = try reader.reader("k") else {
            throw reader.failure(nil, "A split needs `k`, the rows wanted for each k, such as `k: { 2: 100, 3: 100 }`.")
        }
        rows = []
        for key in counts.keys {
            guard let k = Int(key), (1...12).contains(k) else {
                throw counts.failure(key, "`\(key)` should be a k from 1 to 12.")
            }
            guard let wanted = try counts.int(key), wanted > 0, wanted <= 1 << 40 else {
                throw counts.failure(key, "The rows wanted at k = \(k) should be a whole number above 0.")
            }
            rows.append((k, wanted))
        }
        guard !rows.isEmpty else { throw reader.failure("k", "At least one k is needed.") }
        rows.sort { $0.k < $1.k }
        if combinations == "held-out", skills != "train" {
            throw reader.failure("combinations", "Held-out combinations are of train skills: set `skills: train`.")
        }
        try reader.refuseUnknownKeys()
    }

    static func choice(
        _ key: String,
        of choices: [String],
        default standard: String,
        _ reader: inout YAMLReader
    ) throws(EtudeError) -> String {
        let value = try reader.string(key) ?? standard
        guard choices.contains(value) else {
            let nearest = Suggestion.nearest(to: value, in: choices).map { "; did you mean `\($0)`?" }
            throw reader.failure(key, "`\(value)` is not one of \(choices.joined(separator: ", "))\(nearest ?? ".")")
        }
        return value
    }
}
