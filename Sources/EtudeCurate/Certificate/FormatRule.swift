import EtudeCore

/// Whether the values of a row have the formats of the schema.
struct FormatRule {
    /// The largest whole number that every reader keeps exactly, 2^53 - 1.
    static let largestInteger = 1 << 53 - 1

    /// What breaks the schema, as sentences.
    func problems(of row: Row) -> [String] {
        var problems: [String] = []
        let numbers = [("release", row.release, 1), ("k", row.k, 1), ("plan_index", row.planIndex, 0)]
        for (key, number, least) in numbers where !(least...Self.largestInteger).contains(number) {
            problems.append("`\(key)` is \(number), which is not between \(least) and 2^53 - 1.")
        }
        for (key, text, count) in [("seed", row.seed, 16), ("prompt_sha256", row.promptSHA256, 64)]
        where !Self.isHexadecimal(text, count: count) {
            problems.append("`\(key)` is not \(count) lower-case hexadecimal digits.")
        }
        return problems
    }

    /// Whether a text is so many lower-case hexadecimal digits.
    static func isHexadecimal(_ text: String, count: Int) -> Bool {
        text.utf8.count == count
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
