import EtudeCore
import EtudeHTTP
import EtudeModel

/// Reaches every model of a pipeline, to see whether its name is known and it answers, also as a schema says.
///
/// The answers are tiny and paid for; they are not journaled, because nothing serves them.
public struct ModelCheck: Sendable {
    /// What came of one question.
    public enum Finding: Sendable, Hashable {
        /// As it should be; what was seen.
        case good(String)
        /// Not as it should be, but a run may succeed.
        case doubtful(String)
        /// A run cannot succeed.
        case bad(String)
    }

    /// What came of one model at one address.
    public struct Report: Sendable {
        /// The model block.
        public let block: String
        /// The address; empty for a model inside this process.
        public let address: String
        /// The questions with their findings, in order.
        public let findings: [(question: String, finding: Finding)]

        /// Whether a run can succeed with it.
        public var isGood: Bool {
            findings.allSatisfy { entry in
                if case .bad = entry.finding { false } else { true }
            }
        }
    }

    private let spec: PipelineSpec

    /// A check of a pipeline.
    public init(_ spec: PipelineSpec) {
        self.spec = spec
    }

    /// Asks every model, one after the other.
    ///
    /// - Returns: a report for each address of each model.
    /// - Throws: ``EtudeError`` with code `config` for an address or a key that is missing or wrong.
    public func reports() async throws -> [Report] {
        let connections = try HTTPService(spec)
        var reports: [Report] = []
        do {
            for model in spec.models {
                guard model.provider.isRemote else {
                    let inside = model.provider == .builtin ? "inside this program" : "recorded in \(model.answers)"
                    reports.append(Report(block: model.name, address: "", findings: [("model", .good(inside))]))
                    continue
                }
                let servers = try RemoteServers(spec: model, pipeline: spec).models(connections)
                for (server, address) in zip(servers, model.baseURLs) {
                    reports.append(await report(model, server, address))
                }
            }
        } catch {
            try? await connections.shutdown()
            throw error
        }
        try await connections.shutdown()
        return reports
    }

    private func report(_ model: ModelSpec, _ server: any RemoteModel, _ address: String) async -> Report {
        var findings = [("name", await name(model, server))]
        findings.append(("answer", await answer(model, server, schema: nil)))
        if model.verdicts == "schema", spec.judge.panel.contains(model.name) {
            findings.append(("JSON by schema", await answer(model, server, schema: Self.schema)))
        }
        return Report(block: model.name, address: address, findings: findings)
    }

    private static let schema = ResponseSchema(
        name: "check",
        schema: [
            "type": "object", "properties": ["ready": ["type": "boolean"]], "required": ["ready"],
            "additionalProperties": false,
        ]
    )

    private func name(_ model: ModelSpec, _ server: any RemoteModel) async -> Finding {
        do {
            guard let names = try await server.models() else { return .doubtful("the server does not list its models") }
            guard !names.contains(model.model) else { return .good("\(model.model) is listed") }
            let nearest = Suggestion.nearest(to: model.model, in: names).map { "; did you mean `\($0)`?" } ?? ""
            return .doubtful("`\(model.model)` is not among the \(names.count) models of the server\(nearest)")
        } catch {
            return .doubtful("the list of models: \(Self.words(error))")
        }
    }

    private func answer(_ model: ModelSpec, _ server: any RemoteModel, schema: ResponseSchema?) async -> Finding {
        let question = schema == nil ? "Reply with the word ready." : "Reply with the JSON object {\"ready\": true}."
        let request = ChatRequest(
            messages: [Message(.user, question)],
            settings: SamplingSettings(
                temperature: model.temperature,
                maxOutputTokens: model.maxOutputTokens,
                extra: model.extra
            ),
            schema: schema,
            seed: Seed(1),
            task: spec.deduplicate.semantic?.model == model.name ? .embed : .check
        )
        do {
            let answer = try await server.answer(request)
            var audit = AnswerAudit()
            if let complaint = audit.complaint(about: answer, to: request) { return .bad(complaint) }
            if let schema, !schema.isFollowed(by: answer.text) {
                return .bad("the answer does not follow the schema; set `verdicts: table` or the `profile`")
            }
            let usage = answer.usage.map { "\($0.input) tokens in, \($0.output) out" } ?? "no usage told"
            switch answer.outcome {
            case .answered: return .good("\(answer.model) answers, \(usage)")
            default: return .bad("the answer is \(answer.outcome.rawValue), \(usage)")
            }
        } catch {
            return .bad(Self.words(error))
        }
    }

    private static func words(_ error: any Error) -> String { (error as? ModelFailure)?.message ?? "\(error)" }
}
