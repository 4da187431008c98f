import EtudeCore
import Testing

@Suite struct ByteTests {
    @Test func `Bytes are UTF-8 where the standard library says so`() {
        var random = SeededGenerator(seed: Seed(5))
        let pieces: [[UInt8]] = [
            [0x61], [0xC3, 0xA9], [0xE2, 0x80, 0x99], [0xED, 0x9F, 0xBF], [0xEE, 0x80, 0x80], [0xF0, 0x90, 0x80, 0x80],
            [0xF4, 0x8F, 0xBF, 0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
            [0xF0, 0x8F, 0xBF, 0xBF],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98],
            [0xFF], [0xC3, 0x28],
        ]
        var valid = 0
        for round in 0..<20_000 {
            var bytes: [UInt8] = []
            for _ in 0..<random.below(4) {
                bytes += [UInt8](repeating: 0x41, count: random.below(80))
                bytes += pieces[random.below(round % 2 == 0 ? 7 : pieces.count)]
            }
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            #expect(bytes.span.isUTF8 == isValid, "\(bytes)")
            valid += isValid ? 1 : 0
        }
        #expect((10_000..<19_000).contains(valid))
    }

    @Test func `A byte is found from an index on`() {
        let bytes = Array("a\nb\n".utf8)
        #expect((0...4).map { bytes.span.firstIndex(of: 0x0A, from: $0) } == [1, 1, 3, 3, nil])
        #expect([UInt8]().span.firstIndex(of: 0, from: 0) == nil)
    }
}
