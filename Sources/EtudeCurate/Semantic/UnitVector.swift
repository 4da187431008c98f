/// The direction of a vector.
public struct UnitVector: Sendable, Hashable {
    /// How many numbers the vector has.
    public let count: Int
    /// The numbers, filled up with zeros.
    let blocks: [SIMD16<Float>]

    /// The direction of a vector; nil where it has none, its length being zero or not finite.
    public init?(_ values: [Float]) {
        let length = values.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
        guard length > 0, length.isFinite else { return nil }
        count = values.count
        var blocks = [SIMD16<Float>](repeating: .zero, count: (values.count + 15) / 16)
        for (index, value) in values.enumerated() { blocks[index / 16][index % 16] = Float(Double(value) / length) }
        self.blocks = blocks
    }
}
