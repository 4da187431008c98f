import EtudeCore
import EtudeJudge
import Testing

@Suite struct SaturationTests {
    @Test(arguments: [
        ([2: 0.95, 3: 0.66, 4: 0.48, 5: 0.12, 6: 0.08], nil as Int?),
        ([2: 0.40, 3: 0.04, 4: 0.0], 3), ([2: 0.05, 3: 0.049], 3), ([2: 0.03, 3: 0.0], 2), ([:], nil),
    ])
    func `a model is saturated from the smallest k on whose full marks are under 0.05`(
        fullMarks: [Int: Double],
        k: Int?
    ) {
        #expect(Saturation.k(of: fullMarks) == k)
    }

    @Test func `the novelty bound is that of the paper`() throws {
        // p_t · L chosen so that the bound at k = 5 is the paper's 0.07; at k = 6 it is its 0.001.
        let novelty = NoveltyBound(skillFrequency: 0.0143, topicFrequency: 1e-6, texts: 1.17e14)
        #expect(abs(novelty.bound(k: 5) - 0.07) < 0.0005)
        #expect(abs(novelty.bound(k: 6) - 0.001) < 0.0005)
        let share = try #require(novelty.shareBeyond(successes: 0.12, k: 5))
        #expect(abs(share - (1 - novelty.bound(k: 5) / 0.12)) < 1e-12)
        #expect(abs(share - 0.42) < 0.01)
        #expect(novelty.shareBeyond(successes: 0.5, k: 1) == 0)
        #expect(novelty.shareBeyond(successes: 0, k: 5) == nil)
    }

    @Test func `frequencies are read as a person writes them`() throws {
        let novelty = try NoveltyBound(parsing: "texts=1e14,skill=0.014,topic=0.000001")
        #expect(novelty == NoveltyBound(skillFrequency: 0.014, topicFrequency: 1e-6, texts: 1e14))
    }

    @Test(arguments: [
        "", "skill=0.1", "skill=0.1,topic=0.1", "skill=2,topic=0.1,texts=5", "skill=0,topic=0.1,texts=5",
        "skill=nan,topic=0.1,texts=5", "skill=0.1,topic=0.1,texts=5,more=1", "skill=0.1;topic=0.1;texts=5",
    ])
    func `other frequencies are refused`(text: String) {
        #expect(throws: EtudeError.self) { try NoveltyBound(parsing: text) }
    }
}
