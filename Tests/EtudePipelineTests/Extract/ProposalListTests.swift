import EtudeCore
import Testing

@testable import EtudePipeline

@Suite struct ProposalListTests {
    private static func proposal(_ name: String, _ aliases: [String] = [], count: Int = 1) -> Proposal {
        var proposal = Proposal(name: name, definition: "What \(name) is.", category: "any", origin: "test")
        proposal.aliases = aliases
        proposal.count = count
        proposal.examples = ["One \(name)."]
        return proposal
    }

    @Test(arguments: [
        ("Summarizing texts", "summarize_text"), ("planning a trip", "plan a trip"), ("The Hook", "hooks"),
        ("means-end analysis", "Means end analyses"), ("use of contrasts", "uses of contrast"),
        ("telling", "tell"), ("discussed options", "discussing option"),
    ])
    func `Names that differ in spelling only have one key`(first: String, second: String) {
        #expect(NameStems.key(first) == NameStems.key(second))
    }

    @Test(arguments: [
        ("ring", "r"), ("king", "ke"), ("bring", "brand"), ("string", "stred"), ("deed", "de"), ("sing", "song"),
        ("cause", "effect"), ("plan of use", "use of plan"),
    ])
    func `Names of different things have different keys`(first: String, second: String) {
        #expect(NameStems.key(first) != NameStems.key(second))
    }

    @Test func `The first has the say, and nothing is lost from the count`() {
        let list = ProposalList(
            [
                ("naming steps", [String](), 2), ("name_step", ["stepwise talk"], 1), ("stepwise talk", [], 3),
                ("irony", [], 1),
            ]
            .map { Self.proposal($0.0, $0.1, count: $0.2) }
        )
        #expect(list.proposals.map(\.name) == ["naming steps", "irony"])
        #expect(list.proposals.map(\.count) == [6, 1])
        #expect(list.proposals[0].definition == "What naming steps is.")
        #expect(list.proposals[0].aliases == ["name_step", "stepwise talk"])
        #expect(list.proposals[0].examples == ["One naming steps.", "One name_step.", "One stepwise talk."])
    }

    @Test func `An alias that names another is left out`() {
        let list = ProposalList([Self.proposal("irony"), Self.proposal("sarcasm", ["ironies", "bite"])])
        #expect(list.proposals.map(\.aliases) == [[], ["bite"]])
    }

    @Test(arguments: [(0, 40, [Int]()), (1, 40, [1]), (40, 40, [40]), (41, 40, [20, 21]), (100, 40, [33, 33, 34])])
    func `Parts are few and even`(count: Int, limit: Int, sizes: [Int]) {
        let parts = EvenParts.of(Array(0..<count), atMost: limit)
        #expect(parts.map(\.count) == sizes)
        #expect(parts.flatMap(\.self) == Array(0..<count))
    }
}
