import EtudeCore
import Testing

@testable import EtudeSample

@Suite struct PermutationTests {
    @Test(arguments: [1, 2, 3, 5, 16, 17, 1_000, 4_097] as [UInt128])
    func `every number is taken to exactly one other, and back`(size: UInt128) {
        let permutation = Permutation(size: size, seed: Seed(7))
        var seen: Set<UInt128> = []
        for index in 0..<size {
            let value = permutation(index)
            #expect(value < size)
            #expect(seen.insert(value).inserted)
            #expect(permutation.inverse(value) == index)
        }
    }
}
