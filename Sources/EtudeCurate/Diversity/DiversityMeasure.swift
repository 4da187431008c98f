import EtudeCore

/// Takes what the diversity of a dataset is measured by, row by row: a sample of the texts, and the counts of the labels.
public struct DiversityMeasure: Sendable {
    /// The sample.
    public var sample: TextSample
    /// The labels.
    public var labels = LabelTally()
    /// How many rows there were.
    public var rows = 0

    /// The measure of no row yet.
    public init(_ sample: TextSample) {
        self.sample = sample
    }

    /// Takes a row.
    ///
    /// - Parameters:
    ///   - text: its text.
    ///   - skills: its skills.
    ///   - topics: its topics, one or none for most data.
    public mutating func add(text: String, skills: [String], topics: [String]) {
        sample.offer(text)
        labels.add(skills: skills, topics: topics)
        rows += 1
    }

    /// The figures.
    ///
    /// - Parameters:
    ///   - words: how many words the texts are cut to; nil for what nine in ten texts have.
    ///   - most: how many texts are compared at most.
    ///   - compressedBytes: how many bytes a compressor makes of some.
    /// - Returns: the figures.
    public func figures(
        words: Int? = nil,
        most: Int = .max,
        compressedBytes: ([UInt8]) -> Int
    ) -> DiversityFigures {
        let texts = EqualLengthTexts(sample, words: words ?? EqualLengthTexts.commonLength(of: sample), most: most)
        return DiversityFigures(
            rows: rows,
            meanWords: sample.meanWords,
            lexical: LexicalDiversity(of: texts, compressedBytes: compressedBytes),
            skills: labels.skillCoverage,
            pairs: labels.pairCoverage,
            topics: labels.topicCoverage
        )
    }
}
