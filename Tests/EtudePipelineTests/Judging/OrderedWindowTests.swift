import EtudeCore
import Testing

@testable import EtudePipeline

@Suite struct OrderedWindowTests {
    @Test(arguments: 1...20)
    func `Results come out in the order in which their work began`(seed: Int) {
        var generator = SeededGenerator(seed: Seed(UInt64(seed)))
        var window = OrderedWindow<Int>(size: 1 + generator.below(6))
        var (running, out): ([Int], [Int]) = ([], [])
        for _ in 0..<200 {
            if window.hasRoom, generator.below(2) == 0 {
                running.append(window.begin())
            } else if !running.isEmpty {
                let number = running.remove(at: generator.below(running.count))
                out += window.finish(number, number)
            }
            #expect(running.count <= window.size)
        }
        #expect(out == Array(0..<out.count))
        #expect(!out.isEmpty)
    }

    @Test func `What has begun and is not handed on is bounded by the size`() {
        var window = OrderedWindow<String>(size: 2)
        #expect(window.begin() == 0)
        #expect(window.begin() == 1)
        #expect(!window.hasRoom)
        #expect(window.finish(1, "b").isEmpty)
        #expect(!window.hasRoom)
        #expect(window.finish(0, "a") == ["a", "b"])
        #expect(window.hasRoom)
    }
}
