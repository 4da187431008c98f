import EtudeCore
import Testing

@testable import EtudeCurate

@Suite struct MeaningIndexTests {
    @Test(arguments: [1, 3, 16, 17, 100])
    func `The first kept vector whose cosine reaches the threshold is found`(dimensions: Int) throws {
        var random = SeededGenerator(seed: Seed(UInt64(dimensions)))
        func number() -> Float { Float(random.below(2001) - 1000) / 100 }
        var vectors: [[Float]] = []
        for count in 0..<200 {
            let source = count > 0 && count % 2 == 0 ? vectors[random.below(count)] : nil
            let noise = Float(random.below(8)) / 10
            var vector = (0..<dimensions).map { place in (source?[place] ?? 0) + (source == nil ? 1 : noise) * number()
            }
            vector[0] += 0.001
            vectors.append(vector)
        }
        func cosine(_ one: [Float], _ other: [Float]) -> Double {
            let product = zip(one, other).map { Double($0) * Double($1) }.reduce(0, +)
            let lengths = [one, other].map { $0.map { Double($0) * Double($0) }.reduce(0, +).squareRoot() }
            return product / lengths[0] / lengths[1]
        }
        for threshold in [0.5, 0.9, 0.99] {
            var index = MeaningIndex(threshold: threshold)
            var kept: [Int] = []
            for (number, vector) in vectors.enumerated() {
                let unit = try #require(UnitVector(vector))
                let match = index.match(for: unit)
                let near = kept.first { cosine(vectors[$0], vector) >= threshold }
                #expect(match?.keptID == near.map(String.init))
                if let match, let near {
                    #expect(abs(match.similarity - cosine(vectors[near], vector)) < 2e-6)
                    #expect(match.rule == .meaning && match.kind == .near)
                } else {
                    kept.append(number)
                    index.insert(id: String(number), unit)
                }
            }
            #expect(!kept.isEmpty && kept.count < vectors.count)
        }
    }

    @Test func `A vector equals itself at the threshold 1, and one without direction is none`() throws {
        let vector = try #require(UnitVector([0.1, -0.7, 0.3]))
        var index = MeaningIndex(threshold: 1)
        #expect(index.match(for: vector) == nil)
        index.insert(id: "a", vector)
        #expect(index.match(for: vector)?.similarity == 1)
        #expect(index.match(for: try #require(UnitVector([0.2, -1.4, 0.6])))?.keptID == "a")
        #expect(index.match(for: try #require(UnitVector([-0.1, 0.7, -0.3]))) == nil)
        #expect(UnitVector([]) == nil)
        #expect(UnitVector([0, 0]) == nil)
        #expect(UnitVector([.infinity]) == nil)
        #expect(UnitVector([.nan, 1]) == nil)
    }
}
