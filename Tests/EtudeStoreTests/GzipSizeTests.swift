import EtudeStore
import Testing

@Suite struct GzipSizeTests {
    /// Sizes of Python's `gzip.compress` at level 9.
    @Test(arguments: [(0, 20), (1, 21), (1000, 29), (3_000_000, 2942)])
    func `Repeats of a letter have the size that Python gives them`(count: Int, size: Int) {
        #expect(GzipSize.of([UInt8](repeating: 0x61, count: count)) == size)
    }
}
