import Testing

@testable import EtudeCurate

@Suite struct BandingTests {
    @Test(arguments: [(0.5, 35, 3), (0.7, 17, 4), (0.8, 16, 6), (0.9, 11, 10), (1, 1, 128)])
    func `Bands and rows follow from the threshold`(threshold: Double, bands: Int, rows: Int) {
        #expect(Banding(threshold: threshold) == Banding(bands: bands, rows: rows))
    }

    @Test(arguments: (1...20).map { Double($0) / 20 })
    func `The recall holds at the threshold with the fewest bands and a signature of bounded length`(threshold: Double)
    {
        let banding = Banding(threshold: threshold)
        #expect(banding.probability(at: threshold) >= Banding.recall)
        #expect(banding.hashes <= Banding.maximumHashes)
        if banding.bands > 1 {
            let fewer = Banding(bands: banding.bands - 1, rows: banding.rows)
            #expect(fewer.probability(at: threshold) < Banding.recall)
        }
    }
}
