/// SplitMix64 (Steele, Lea and Flood 2014): a small generator whose stream is part of the project's promises.
///
/// The standard library does not promise that its own `shuffled` and `random(in:)` stay the same from version to version,
/// so drawing below a bound and shuffling are defined here.
public struct SeededGenerator: Sendable, RandomNumberGenerator {
    private var state: UInt64

    /// The generator of a seed.
    public init(seed: Seed) {
        state = seed.value
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A uniform number in `0..<bound`, by multiplication with rejection (Lemire 2019).
    ///
    /// - Parameter bound: more than 0.
    /// - Returns: the number drawn.
    public mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0, "A draw needs at least one outcome.")
        let range = UInt64(bound)
        var product = next().multipliedFullWidth(by: range)
        if product.low < range {
            let threshold = (0 &- range) % range
            while product.low < threshold {
                product = next().multipliedFullWidth(by: range)
            }
        }
        return Int(product.high)
    }

    /// A number in `0..<1` with 53 random bits.
    public mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// The elements in random order (Fisher and Yates, from the end).
    public mutating func shuffled<Element>(_ elements: some Sequence<Element>) -> [Element] {
        var result = Array(elements)
        guard result.count > 1 else { return result }
        for last in stride(from: result.count - 1, to: 0, by: -1) {
            result.swapAt(last, below(last + 1))
        }
        return result
    }
}
