/// The directions of kept texts, searched for one to which that of a further text is near.
///
/// Every kept one is looked at, from the first on: the time of a search grows with their number, and each takes 4 bytes
/// for each number of its vector. Sums are taken in one order, so that the same vectors have the same similarity on any machine.
public struct MeaningIndex: Sendable {
    private let threshold: Double
    private var ids = TextArena()
    private var blocks: [SIMD16<Float>] = []
    /// How many numbers the vectors have; nil before the first.
    public private(set) var dimensions: Int?

    /// An empty index.
    ///
    /// - Parameter threshold: the least cosine of near vectors.
    public init(threshold: Double) {
        self.threshold = threshold
    }

    /// Keeps a vector, which has as many numbers as the others.
    ///
    /// - Parameters:
    ///   - id: what a match reports.
    ///   - vector: the vector.
    public mutating func insert(id: String, _ vector: UnitVector) {
        precondition(dimensions ?? vector.count == vector.count, "All vectors of an index have as many numbers.")
        dimensions = vector.count
        ids.append(id)
        blocks += vector.blocks
    }

    /// The first kept vector whose cosine with a vector, to six decimals, reaches the threshold.
    ///
    /// - Parameter vector: as many numbers as the others have.
    /// - Returns: the match.
    public func match(for vector: UnitVector) -> DuplicateMatch? {
        precondition(dimensions ?? vector.count == vector.count, "All vectors of an index have as many numbers.")
        let width = vector.blocks.count
        for entry in 0..<ids.count {
            let kept = blocks.span.extracting(entry * width..<(entry + 1) * width)
            let cosine = Self.cosine(vector.blocks.span, kept)
            if cosine >= threshold { return DuplicateMatch(keptID: ids[entry], similarity: cosine, rule: .meaning) }
        }
        return nil
    }

    private static func cosine(_ one: Span<SIMD16<Float>>, _ other: Span<SIMD16<Float>>) -> Double {
        var sums = SIMD16<Float>.zero
        for block in 0..<one.count { sums += one[block] * other[block] }
        var sum: Double = 0
        for lane in 0..<16 { sum += Double(sums[lane]) }
        return (sum * 1e6).rounded() / 1e6
    }
}
