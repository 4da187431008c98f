import EtudeCore
import EtudeJudge
import EtudeModel
import EtudeTesting
import Foundation
import Testing

@testable import EtudePipeline

@Suite(.timeLimit(.minutes(3))) struct EvaluationTests {
    private static let rates = ScriptedStudents.Rates(skill: 0.9, topic: 0.95, sense: 0.9, sentenceLimit: 0.95)

    /// The ratio of full marks, of all skills, and the skill fraction of one text, for a student of set rates.
    private static func expected(_ rates: ScriptedStudents.Rates, judgeError: Double, k: Int) -> [Metric: Double] {
        // A majority of three is wrong where two of them or all three are.
        let wrong = 3 * judgeError * judgeError - 2 * judgeError * judgeError * judgeError
        func seen(_ rate: Double) -> Double { rate * (1 - wrong) + (1 - rate) * wrong }
        let (topic, sense, limit) = (seen(rates.topic), seen(rates.sense), rates.sentenceLimit)
        let three = topic * sense * limit
        let two = topic * sense * (1 - limit) + topic * (1 - sense) * limit + (1 - topic) * sense * limit
        let skills = (0..<k).reduce(1.0) { product, _ in product * seen(rates.skill) }
        return [
            .fullMarks: skills * three, .allSkills: skills * (three + two), .skillFraction: seen(rates.skill) * three,
        ]
    }

    /// A metric as the report has it.
    private static func printed(_ metric: JSONValue?) throws -> (mean: Double, error: Double) {
        (try #require(metric?["mean"]?.double), try #require(metric?["standard_error"]?.double))
    }

    @Test func `Students of set rates score what is expected, within the standard errors`() async throws {
        let rates = ScriptedStudents.Rates(skill: 0.7, topic: 0.95, sense: 0.8, sentenceLimit: 0.9)
        let script = ScriptedStudents(["base": rates], judgeError: 0.1)
        let result = try await LoopbackChatServer.run(answering: script.reply) { _, baseURL in
            try await EvaluationWorkspace(
                baseURL,
                evaluate: """
                    { students: [base], judges: [judge], k: [1, 2, 3, 4, 5], settings: [any], combinations: 40, generations: 2 }
                    """
            ).run()
        }
        #expect(result.texts.count == 5 * 40 * 2)
        #expect(result.texts.allSatisfy { $0.gradings.map(\.round) == [0, 1, 2] })
        #expect(result.texts.contains { Set($0.gradings.map(\.marks)).count > 1 }, "Gradings are independent.")
        var inside = 0
        let cells = try #require(try result.report().json["cells"]?.array)
        #expect(cells.map { $0["k"]?.int } == [1, 2, 3, 4, 5])
        for cell in cells {
            let k = try #require(cell["k"]?.int)
            for (metric, wanted) in Self.expected(rates, judgeError: 0.1, k: k) {
                let mean = try Self.printed(cell["mean_over_generations"]?[metric.rawValue])
                #expect(abs(mean.mean - wanted) < 3 * mean.error, "k = \(k), \(metric): \(mean), expected \(wanted)")
                if abs(mean.mean - wanted) < mean.error { inside += 1 }
                guard metric != .skillFraction else { continue }
                let best = try Self.printed(cell[metric.rawValue])
                let oneOfTwo = 1 - (1 - wanted) * (1 - wanted)
                #expect(abs(best.mean - oneOfTwo) < 3 * best.error, "k = \(k), best \(metric): \(best), \(oneOfTwo)")
            }
        }
        #expect(inside >= 8, "Of 15 values about two thirds lie within one standard error.")
    }

    @Test func `An evaluation that is stopped and resumed pays for nothing twice and comes to the same`() async throws {
        let rates = ScriptedStudents.Rates(skill: 0.98, topic: 0.98, sense: 0.98, sentenceLimit: 1)
        let script = ScriptedStudents(["base": rates, "tuned": rates], judgeError: 0.1)
        let evaluate = """
            { students: [base, tuned], judges: [judge, other], k: [2, 3], settings: [train], combinations: 3, gradings: 2 }
            """
        let (whole, asked) = try await LoopbackChatServer.run(answering: script.reply) { server, baseURL in
            let result = try await EvaluationWorkspace(baseURL, evaluate: evaluate).run()
            return (result, RequestLog(await server.requests))
        }
        #expect(asked.repeated == 0)
        // Each text and each of its two gradings by two judges.
        #expect(asked.total == 2 * 2 * 3 * 3 * 5)
        let gates = Gates()
        try await LoopbackChatServer.run { request, number in
            if number % 36 == 35 { gates.close() }
            return script.reply(to: request, number: number)
        } _: { server, baseURL in
            let made = try EvaluationWorkspace(baseURL, evaluate: evaluate)
            let plan = try made.plan()
            var stops = 0
            while true {
                let evaluation = Evaluation(plan: plan)
                gates.watch(evaluation.gate)
                do {
                    let result = try await evaluation.run()
                    #expect(result.texts == whole.texts)
                    #expect(result.notes == whole.notes)
                    break
                } catch let error as EtudeError {
                    #expect(error.code == .terminated)
                    #expect(error.message.contains("the same command goes on from here"))
                    stops += 1
                }
            }
            #expect(stops >= 4)
            let log = RequestLog(await server.requests)
            #expect(log.repeated == 0)
            #expect(log.bodies.count == asked.bodies.count)
            let offline = try await Evaluation(plan: plan, options: Evaluation.Options(isOffline: true)).run()
            #expect(try offline.report().text == whole.report().text)
            #expect(offline.texts == whole.texts)
            #expect(await server.requests.count == log.total)
        }
    }

    @Test(arguments: [false, true])
    func `A larger k is skipped once full marks fell under the threshold`(allK: Bool) async throws {
        var weak = Self.rates
        weak.skill = 0
        let script = ScriptedStudents(["base": weak, "tuned": Self.rates])
        let result = try await LoopbackChatServer.run(answering: script.reply) { _, baseURL in
            var options = Evaluation.Options()
            options.allK = allK
            return try await EvaluationWorkspace(
                baseURL,
                evaluate: """
                    { students: [base, tuned], judges: [judge], k: [1, 2, 3], settings: [any, train], combinations: 3,
                      generations: 1, gradings: 1 }
                    """
            ).run(options: options)
        }
        let asked = Set(result.texts.map { "\($0.student) \($0.setting) \($0.k)" })
        let weakK = allK ? [1, 2, 3] : [1]
        let settings = ["any", "train"]
        let wanted = settings.flatMap { setting in
            [1, 2, 3].map { "tuned \(setting) \($0)" } + weakK.map { "base \(setting) \($0)" }
        }
        #expect(asked == Set(wanted))
        #expect(result.notes.count { $0.contains("skipped") } == (allK ? 0 : 4))
        #expect(result.texts.map(\.k) == result.texts.map(\.k).sorted())
    }

    @Test func `A text that is empty earns nothing and costs no judge`() async throws {
        var silent = Self.rates
        silent.answered = 0.5
        let script = ScriptedStudents(["base": silent])
        try await LoopbackChatServer.run(answering: script.reply) { server, baseURL in
            let result = try await EvaluationWorkspace(
                baseURL,
                evaluate:
                    "{ students: [base], judges: [judge], k: [2], settings: [any], combinations: 20, generations: 1 }"
            ).run()
            let empty = result.texts.filter(\.text.isEmpty)
            #expect((4...16).contains(empty.count))
            #expect(empty.allSatisfy { $0.gradings.isEmpty })
            #expect(
                result.notes == [
                    "base gave \(empty.count) answers without a text (empty \(empty.count)); they earn nothing."
                ]
            )
            let judged = await server.requests.filter { ScriptedStudents.criteria(in: $0.body) != nil }
            #expect(judged.count == 3 * (20 - empty.count))
            #expect(judged.allSatisfy { ScriptedStudents.criteria(in: $0.body)?.count == 5 }, "All k+3 are judged.")
        }
    }

    @Test(arguments: EvaluateSpec.Conversation.allCases)
    func `A student is asked as training rows ask, or in the paper's two turns`(
        conversation: EvaluateSpec.Conversation
    ) async throws {
        let script = ScriptedStudents(["base": Self.rates])
        try await LoopbackChatServer.run(answering: script.reply) { server, baseURL in
            let made = try EvaluationWorkspace(
                baseURL,
                evaluate: """
                    { students: [base], judges: [judge], k: [3], settings: [train], combinations: 1, generations: 2,
                      gradings: 1, protocol: \(conversation.rawValue) }
                    """
            )
            let result = try await made.run()
            let asked = await server.requests.filter { ScriptedStudents.criteria(in: $0.body) == nil }.map(\.body)
            let turns = asked.map { $0["messages"]?.array?.count ?? 0 }.sorted()
            let limited = asked.filter { body in
                body["messages"]?.array?.first?["content"]?.string?.contains("at most 2 sentences") == true
            }
            switch conversation {
            case .row:
                #expect(turns == [1, 1])
                #expect(limited.count == 2, "The only turn tells the sentence limit.")
                let plan = try made.plan()
                let question = try DrawnQuestions(plan: plan).questions([.train], k: [3], combinations: 1).cells[0]
                    .questions[0]
                #expect(asked[0]["messages"]?.array?.first?["content"]?.string == question.prompt[0].content)
            case .paper:
                #expect(turns == [1, 1, 3, 3])
                #expect(limited.isEmpty, "The first turn has no limit.")
            }
            #expect(Set(asked.compactMap { $0["seed"]?.int }).count == asked.count)
            #expect(asked.allSatisfy { $0["temperature"] == 0.7 }, "The block's settings apply.")
            #expect(result.texts.count == 2)
            #expect(result.texts.allSatisfy { $0.text.hasPrefix("The word is q") && !$0.text.contains("Explanation") })
        }
    }

    @Test func `Answers that are not recorded are counted, and the exit code says so`() async throws {
        let made = try EvaluationWorkspace(evaluate: "{ students: [base], judges: [judge], combinations: 2 }")
        let error = try await #require(throws: EtudeError.self) {
            try await made.run(options: Evaluation.Options(isOffline: true))
        }
        #expect(error.code == .unavailable)
        #expect(error.message.hasPrefix("12 texts wait"))
    }

    @Test func `What a recording lacks is written down, and what it holds is graded`() async throws {
        let made = try EvaluationWorkspace(
            evaluate: """
                { students: [base], judges: [rules], k: [2], settings: [any], combinations: 2, generations: 2 }
                """
        )
        let replay = "models.base={ provider: replay, id: a/b, answers: answers.jsonl, missing: missing.jsonl }"
        try made.workspace.write("", to: "answers.jsonl")
        await #expect(throws: EtudeError.self) { try await made.run(replay) }
        let missing = try String(contentsOfFile: "\(made.workspace.folder)/missing.jsonl", encoding: .utf8)
        let answers = try missing.split(separator: "\n").map { line in
            let request = try #require(try JSONParser.parse(String(line)).members)
            let answer = ChatAnswer(text: "Answer: A text.", model: "b").json
            return JSONValue.object(request + [JSONMember("answer", answer)]).canonicalText + "\n"
        }
        #expect(answers.count == 4)
        try made.workspace.write(answers.joined(), to: "answers.jsonl")
        let result = try await made.run(replay)
        #expect(result.texts.map(\.text) == ["A text.", "A text.", "A text.", "A text."])
        #expect(result.texts.allSatisfy { $0.gradings.count == 3 })
    }

    @Test func `Somebody has to be named`() async throws {
        let made = try EvaluationWorkspace(evaluate: "{}")
        let error = try await #require(throws: EtudeError.self) { try await made.run() }
        #expect(error.code == .config)
        #expect(error.place?.key == "evaluate.students")
    }

    @Test func `A judge that filtered the data, or is of the family, is named`() throws {
        func warnings(_ overrides: String...) throws -> [String] {
            let made = try EvaluationWorkspace(evaluate: "{ students: [base], judges: [judge] }")
            return JudgeIndependence(try .read(file: made.workspace.pipeline, overrides: overrides)).warnings
        }
        #expect(try warnings().isEmpty)
        #expect(try warnings("evaluate.judges=[rules, other]").map { $0.prefix(9) } == ["rules sat"])
        let student = try warnings("models.judge.model=base")
        #expect(student.count == 1)
        #expect(student.allSatisfy { $0.contains("the student base") })
        let teacher = try warnings("generate.model=tuned", "models.judge.model=tuned")
        #expect(teacher.count == 1)
        #expect(teacher.allSatisfy { $0.contains("the teacher tuned") })
        let family = try warnings("models.judge.model=llama-3-70b", "models.base.model=meta-llama/Llama-2-13b")
        #expect(
            family == ["judge and the student base are of one family, llama: models favour what their family wrote."]
        )
    }
}
