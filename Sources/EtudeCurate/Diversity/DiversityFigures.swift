public import EtudeCore

/// How varied a dataset is: the words of its texts on a sample, and its labels on all rows.
public struct DiversityFigures: Sendable, Hashable {
    /// How many rows it has.
    public let rows: Int
    /// The mean number of words of the sampled texts before they were cut; nil of none.
    public let meanWords: Double?
    /// How varied the words are.
    public let lexical: LexicalDiversity
    /// How the rows are spread over skills; no kinds where no skills were read.
    public let skills: Coverage
    /// How they are spread over pairs of skills.
    public let pairs: Coverage
    /// How they are spread over topics.
    public let topics: Coverage

    /// The figures as a JSON object; null for what is not defined.
    public var json: JSONValue {
        .object(
            [JSONMember("rows", .int(rows)), JSONMember("mean_words", .optional(meanWords))] + lexical.members + [
                JSONMember("skills", skills.json), JSONMember("pairs", pairs.json), JSONMember("topics", topics.json),
            ]
        )
    }
}
