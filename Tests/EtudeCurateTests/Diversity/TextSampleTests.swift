import EtudeCore
import Testing

@testable import EtudeCurate

@Suite struct TextSampleTests {
    private func sample(_ size: Int, seed: UInt64 = 1, of count: Int = 3000, minimumWords: Int = 1) -> [String] {
        var sample = TextSample(size: size, seed: Seed(seed), minimumWords: minimumWords)
        for number in 0..<count { sample.offer("Text \(number)" + (number % 2 == 0 ? ", longer" : "")) }
        return sample.drawn.map { String(decoding: $0.key, as: UTF8.self) }
    }

    @Test func `A sample holds its size, the same for the same seed, and begins with the smaller one`() {
        let drawn = sample(100)
        #expect(drawn.count == 100)
        #expect(Set(drawn).count == 100)
        #expect(drawn == sample(100))
        #expect(drawn != sample(100, seed: 2))
        #expect(sample(10) == Array(drawn.prefix(10)))
        #expect(sample(100, of: 7).count == 7)
    }

    @Test func `Every place of the file is drawn about equally often`() {
        var quarters = [0, 0, 0, 0]
        for seed in 0..<40 {
            for text in sample(50, seed: UInt64(seed), of: 400) {
                let number = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
                quarters[number / 100] += 1
            }
        }
        // 500 are expected in each, with a standard deviation below 20.
        #expect(quarters.allSatisfy { (420...580).contains($0) }, "\(quarters)")
    }

    @Test func `A text without words, or with too few, is not drawn`() {
        #expect(sample(3000, minimumWords: 3).count == 1500)
        var sample = TextSample(size: 5, seed: Seed(1))
        for text in ["", " — ", "one"] { sample.offer(text) }
        #expect(sample.drawn.map(\.words) == [1])
    }

    @Test func `Texts are cut to the length that nine in ten have, and what is shorter is left out`() {
        var sample = TextSample(size: 100, seed: Seed(3))
        for words in 1...20 { sample.offer(Array(repeating: "word", count: words * 10).joined(separator: " ")) }
        let length = EqualLengthTexts.commonLength(of: sample)
        #expect(length == 30)
        let texts = EqualLengthTexts(sample, words: length)
        #expect(texts.count == 18)
        #expect(texts.keys.allSatisfy { FoldedWords.count(in: $0) == 30 })
        #expect(EqualLengthTexts(sample, words: length, most: 4).keys == Array(texts.keys.prefix(4)))
        #expect(sample.meanWords == 105)
        #expect(EqualLengthTexts.commonLength(of: TextSample(size: 1, seed: Seed(1))) == 4)
    }

    @Test func `A text of more words than are looked at is counted whole and kept in part`() {
        var sample = TextSample(size: 1, seed: Seed(3))
        sample.offer(Array(repeating: "word", count: 5000).joined(separator: " "))
        #expect(sample.drawn.map(\.words) == [5000])
        #expect(sample.drawn.map { FoldedWords.count(in: $0.key) } == [1000])
        #expect(EqualLengthTexts.commonLength(of: sample) == 1000)
    }
}
