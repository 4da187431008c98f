import CMinHash
import EtudeText
import Testing

@testable import EtudeCurate

@Suite struct MinHashTests {
    @Test func `The kernel gives the least value of each function, whatever the processor`() {
        let count = Int(ETUDE_MINHASH_LANES) * 2
        let values = (0..<17 as Range<UInt64>).map { UInt32(truncatingIfNeeded: TextHash.mixed($0)) }
        let factors = (0..<count).map { UInt32(truncatingIfNeeded: TextHash.mixed(UInt64($0 + 99))) | 1 }
        let summands = (0..<count).map { UInt32(truncatingIfNeeded: TextHash.mixed(UInt64($0 + 999))) }
        var least = [UInt32](repeating: 0, count: count)
        unsafe etude_minhash(values, values.count, factors, summands, &least, count)
        let expected = zip(factors, summands).map { factor, summand in
            values.map { $0 &* factor &+ summand }.min()
        }
        #expect(least == expected)
    }

    @Test func `The bands have their test vector`() {
        let minHash = MinHash(Banding(bands: 3, rows: 4))
        let shingles = Shingler(unit: .words, size: 2).shingles(of: "the bees hum in the lime tree")
        #expect(minHash.bands(of: shingles) == [891_399_048, 4_283_287_326, 3_582_054_109])
        #expect(minHash.bands(of: shingles.reversed() + shingles) == minHash.bands(of: shingles))
    }

    @Test(arguments: [0.3, 0.5, 0.8, 0.95]) func `A band agrees as often as the similarity says`(similarity: Double) {
        let minHash = MinHash(Banding(bands: 64, rows: 1))
        let (common, all) = (Int(400 * similarity), 400)
        var agreeing = 0
        for trial in 0..<50 {
            func values(_ range: Range<Int>) -> [UInt64] { range.map { TextHash.mixed(UInt64(trial * 1000 + $0)) } }
            let one = values(0..<(all + common) / 2)
            let other = values((all - common) / 2..<all)
            agreeing += zip(minHash.bands(of: one), minHash.bands(of: other)).count { $0 == $1 }
        }
        let (share, pairs) = (Double(agreeing) / 3200, 3200.0)
        let deviation = (similarity * (1 - similarity) / pairs).squareRoot()
        #expect(abs(share - similarity) < 5 * deviation)
    }
}
