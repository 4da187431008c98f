import EtudeCore
import EtudeJudge
import EtudePipeline
import Testing

@Suite struct EvaluateSpecTests {
    private func spec(_ overrides: String...) throws -> PipelineSpec {
        try PipelineSpec(
            source: """
                version: 1
                name: small
                seed: 1
                splits: { train: { k: { 2: 2 } } }
                models: { teacher: { provider: builtin }, judge: { provider: builtin } }
                """,
            file: "small.yaml",
            overrides: overrides
        )
    }

    @Test func `The defaults are those of the papers`() throws {
        let spec = try spec().evaluate
        #expect(spec.students.isEmpty)
        #expect(spec.judges == ["judge"])
        #expect((spec.combinations, spec.generations, spec.gradings) == (100, 3, 3))
        #expect(spec.conversation == .row)
        #expect(spec.k == nil)
        #expect(spec.settings == nil)
    }

    @Test func `Every key is read`() throws {
        let block = """
            evaluate={ students: [judge, teacher], judges: [teacher], k: [4, 2], settings: [any, held-out], combinations: 7, \
            generations: 2, gradings: 1, protocol: paper, sentence_rule: original }
            """
        let spec = try spec(block).evaluate
        #expect(spec.students == ["judge", "teacher"])
        #expect(spec.judges == ["teacher"])
        #expect(spec.k == [2, 4])
        #expect(spec.settings == [.any, .heldOut])
        #expect((spec.combinations, spec.generations, spec.gradings) == (7, 2, 1))
        #expect(spec.conversation == .paper)
        #expect(spec.sentenceRule == .original)
    }

    @Test(arguments: [
        ("students=[pupil]", "evaluate.students", "`pupil`"), ("students=[judge, judge]", "evaluate.students", "twice"),
        ("judges=[]", "evaluate.judges", "empty"), ("k=[0]", "evaluate.k", "`0`"), ("k=[two]", "evaluate.k", "1 to 12"),
        ("settings=[heldout]", "evaluate.settings", "held-out"), ("combinations=0", "evaluate.combinations", "1000000"),
        ("generations=100", "evaluate.generations", "99"), ("gradings=0", "evaluate.gradings", "99"),
        ("protocol=papers", "evaluate.protocol", "`paper`"),
        ("sentence_rule=old", "evaluate.sentence_rule", "original"),
        ("grading=3", "evaluate.grading", "`gradings`"),
    ])
    func `What is wrong is refused with its place`(setting: String, key: String, words: String) throws {
        let error = try #require(throws: EtudeError.self) { try spec("evaluate.\(setting)") }
        #expect(error.code == .config)
        #expect(error.place?.key == key)
        #expect(error.message.contains(words))
    }

    @Test func `An evaluation, and models that only it asks, change no plan`() throws {
        let plan = try PipelinePlan.resolve(try spec())
        let evaluated = try spec("models.tuned={ provider: replay, id: a/b, answers: a }", "evaluate.students=[tuned]")
        #expect(try PipelinePlan.resolve(evaluated).hash == plan.hash)
        #expect(try PipelinePlan.resolve(try spec("judge.panel=[teacher]")).hash != plan.hash)
    }
}
