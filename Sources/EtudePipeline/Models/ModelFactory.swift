import EtudeCore
import EtudeFlow
import EtudeGenerate
import EtudeHTTP
import EtudeJudge
import EtudeModel
import EtudeStore

/// Makes the models of a plan, each behind the journal, the meter, its limit of requests in flight, retry, and
/// the gate.
struct ModelFactory {
    let plan: PipelinePlan
    let journal: Journal
    let gate: StopGate
    let meter: CallMeter
    let isOffline: Bool
    let service: HTTPService
    let missing: MissingAnswers

    /// The model of a block for a duty.
    func model(_ block: String, as duty: ModelSpec.Duty) throws -> any ChatModel {
        guard let spec = plan.spec.model(block) else {
            throw EtudeError(
                .config,
                "There is no model block `\(block)`.",
                at: Place(file: plan.spec.file, key: "models")
            )
        }
        switch spec.provider {
        case .builtin:
            let base: any ChatModel =
                duty == .teacher ? BuiltInTeacher(catalog: plan.catalog) : BuiltInJudge(catalog: plan.catalog)
            return MeteredModel(base: base, block: block, gate: gate, meter: meter)
        case .replay:
            return MeteredModel(base: try replay(spec), block: block, gate: gate, meter: meter)
        case .openai:
            let gated = GatedModel(base: try server(spec), block: block, gate: gate, meter: meter)
            let retrying = RetryingModel(gated, policy: RetryPolicy(), clock: ContinuousClock())
            return JournaledModel(
                base: LimitedModel(base: retrying, limiter: ConcurrencyLimiter(limit: spec.concurrency)),
                block: block,
                journal: journal,
                gate: gate,
                meter: meter,
                isOffline: isOffline
            )
        }
    }

    /// How many candidates are worked on at a time: as many as the models may have requests in flight.
    var width: Int {
        let blocks = Set([plan.spec.generate.model] + plan.spec.judge.panel)
        return blocks.compactMap { plan.spec.model($0)?.concurrency }.reduce(0, +)
    }

    /// How a block's model is asked to sample.
    func settings(_ block: String) -> SamplingSettings {
        let spec = plan.spec.model(block)
        return SamplingSettings(
            temperature: spec?.temperature,
            maxOutputTokens: spec?.maxOutputTokens,
            extra: spec?.extra ?? []
        )
    }

    private func server(_ spec: ModelSpec) throws -> OpenAIModel {
        try OpenAIModel(
            name: spec.modelID,
            model: spec.model,
            endpoint: try plan.spec.placing(at: "models.\(spec.name).base_url") { () throws(EtudeError) in
                try Endpoint(spec.baseURL, allowsPlainHTTP: spec.allowsHTTP)
            },
            apiKey: try plan.spec.placing(at: "models.\(spec.name).api_key") { () throws(EtudeError) in
                guard let key = spec.key else { return nil }
                return try SecretReader.read(key, of: plan.spec)
            },
            service: service,
            timeout: .seconds(spec.timeoutSeconds),
            capabilities: OpenAIModel.Capabilities(
                tokenLimitField: TokenLimitField(rawValue: spec.tokenLimitField) ?? .maxTokens
            )
        )
    }

    private func replay(_ spec: ModelSpec) throws -> ReplayModel {
        let file = spec.missing.map(plan.spec.resolve)
        let missing = missing
        let answers = try plan.spec.placing(at: "models.\(spec.name).answers") { () throws(EtudeError) in
            try RecordedAnswers.read(plan.spec.resolve(spec.answers))
        }
        return try ReplayModel(name: spec.modelID, lines: answers) { request, _ in
            await missing.note(request, model: spec.modelID, file: file)
        }
    }
}
