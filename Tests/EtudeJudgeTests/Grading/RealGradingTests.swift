import EtudeCore
import EtudeJudge
import Testing

@Suite(.enabled(if: RealGrading.exist, "needs the folder ../shared/skill-mix"))
struct RealGradingTests {
    @Test func `every real grading is read as a person reads it`() throws {
        for grading in try RealGrading.all() {
            let marks = GradingReader.marks(in: grading.response, for: grading.assignment)
            #expect(letters(marks, grading.assignment) == grading.marks, "\(grading)")
        }
    }

    @Test func `the expectations cover every grading`() throws {
        let gradings = try RealGrading.all()
        #expect(gradings.count == (try RealGrading.count()))
        #expect(Set(gradings.map(\.description)).count == gradings.count)
    }

    @Test func `a mutated grading is read as the mutation implies, or its marks are unknown`() throws {
        let gradings = try RealGrading.all()
        let originals = try gradings.map(MutatedGrading.init)
        var generator = SeededGenerator(seed: Seed(2_310_17567))
        var (exact, marks) = (0, 0)
        for index in 0..<2_000 {
            let grading = gradings[index % gradings.count]
            var mutated = originals[index % gradings.count]
            mutated.mutate(times: 1 + generator.below(3), &generator)
            let read = letters(GradingReader.marks(in: mutated.text, for: grading.assignment), grading.assignment)
            for (found, expected) in zip(read, mutated.marks) {
                #expect(
                    found == expected || found == "u",
                    "\(grading), mutation \(index): \(mutated.history)\n\(mutated.text)"
                )
                exact += found == expected ? 1 : 0
                marks += 1
            }
            if grading.isTable {
                #expect(read == mutated.marks, "\(grading), mutation \(index): \(mutated.history)\n\(mutated.text)")
            }
        }
        #expect(exact * 100 >= marks * 97, "\(exact) of \(marks) marks are read; the others are unknown.")
    }
}
