import EtudeCore
import EtudeCurate
import Testing

@Suite struct DivisionTests {
    @Test func `The part is met by chance, the side follows from bytes and seed`() {
        let rows = (0..<20_000).map { Array("row \($0)".utf8) }
        let division = ContentDivision(fraction: 0.1, seed: Seed(1))
        let heldOut = rows.filter { division.side(of: $0) == .heldOut }
        // Four standard deviations of 20,000 coins.
        #expect(abs(heldOut.count - 2000) < 170)
        #expect(heldOut.allSatisfy { ContentDivision(fraction: 0.2, seed: Seed(1)).side(of: $0) == .heldOut })
        let other = ContentDivision(fraction: 0.1, seed: Seed(2))
        #expect(heldOut.count { other.side(of: $0) == .heldOut } < 300)
        #expect(ContentDivision(fraction: 0, seed: Seed(1)).side(of: rows[0]) == .train)
        #expect(ContentDivision(fraction: 1, seed: Seed(1)).side(of: rows[0]) == .heldOut)
    }

    @Test(arguments: [
        (["a"], RowSide.train), (["x"], .heldOut), (["x", "y"], .heldOut), (["a", "b"], .train), (["a", "x"], .mixed),
        (["x", "a"], .mixed), ([], .train), (["X"], .train),
    ])
    func `A row is on the side of all its skills, or mixed`(skills: [String], side: RowSide) {
        #expect(SkillDivision(heldOut: ["x", "y"]).side(of: skills) == side)
    }

    @Test(arguments: [(0.3, 10, 3), (0.01, 10, 1), (0.99, 10, 9), (0.5, 2, 1), (0.25, 10, 3)])
    func `As many skills are drawn as come nearest to the part, both sides having one`(
        fraction: Double,
        skills: Int,
        drawn: Int
    ) {
        let all = Set((0..<skills).map { "s\($0)" })
        let division = SkillDivision(fraction: fraction, of: all, seed: Seed(5))
        #expect(division.heldOut.count == drawn)
        #expect(division.heldOut.isSubset(of: all))
        #expect(division == SkillDivision(fraction: fraction, of: Set(all.reversed()), seed: Seed(5)))
    }

    @Test func `Another seed draws other skills`() {
        let all = Set((0..<100).map { "s\($0)" })
        let first = SkillDivision(fraction: 0.3, of: all, seed: Seed(5))
        #expect(first != SkillDivision(fraction: 0.3, of: all, seed: Seed(6)))
    }
}
