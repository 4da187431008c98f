import EtudeCore
import Testing

@testable import EtudeSample

struct PermutationTests {
    @Test(
        "Every position has its own rank, and its position again",
        arguments: [1, 2, 3, 4, 5, 16, 17, 63, 64, 65, 1000, 4097]
    )
    func bijection(size: UInt128) {
        for seed in 0..<4 as Range<UInt64> {
            let permutation = Permutation(size: size, seed: Seed(seed))
            let ranks = (0..<size).map(permutation.rank(at:))
            #expect(Set(ranks) == Set(0..<size))
            #expect(ranks.map(permutation.position(of:)) == Array(0..<size))
        }
    }

    @Test("Positions far out answer at once, in the largest spaces too")
    func far() {
        for size in [1_000_000_000_000_007, (1 << 127) - 1, 1 << 127] as [UInt128] {
            let permutation = Permutation(size: size, seed: Seed(9))
            for position in [0, 100_000_000_000_000, size - 1] as [UInt128] {
                let rank = permutation.rank(at: position)
                #expect(rank < size)
                #expect(permutation.position(of: rank) == position)
            }
        }
    }

    @Test("Test vectors", arguments: Self.vectors)
    func matchesVector(size: UInt128, seed: UInt64, ranks: [UInt128]) {
        let permutation = Permutation(size: size, seed: Seed(seed))
        let found = (0..<UInt128(ranks.count)).map(permutation.rank(at:))
        #expect(found == ranks, "\(found)")
    }

    /// Computed by an independent program from the description of ``Permutation``.
    static let vectors: [(UInt128, UInt64, [UInt128])] = [
        (10, 1, [5, 2, 3, 7, 8, 0, 9, 6, 1, 4]),
        (1_000_000, 20_261_120, [7_750, 904_485, 912_480, 857_136]),
        (1_000_000_000_000_007, 20_261_120, [745_391_651_254_326, 821_435_434_010_941, 65_047_057_080_226]),
        (
            1 << 127, 1,
            [42_601_480_387_911_936_722_786_414_368_312_481_812, 100_546_273_295_666_292_893_450_313_488_717_602_800]
        ),
    ]

    @Test("Each rank is as likely as another at each position, in small spaces too", arguments: [5, 12, 30])
    func even(size: Int) {
        let seeds = 100 * size
        var counts = [[Int]](repeating: [Int](repeating: 0, count: size), count: size)
        for seed in 0..<seeds {
            let permutation = Permutation(size: UInt128(size), seed: Seed(UInt64(seed)).child("even"))
            for position in 0..<size { counts[position][Int(permutation.rank(at: UInt128(position)))] += 1 }
        }
        let freedom = Double((size - 1) * (size - 1))
        let statistic = counts.reduce(0) { $0 + chiSquare($1) }
        #expect(abs(statistic - freedom) < 5 * (2 * freedom).squareRoot())
    }
}
