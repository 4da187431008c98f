import EtudeCore
import EtudeFlow
import EtudeGenerate
import EtudeHTTP
import EtudeJudge
import EtudeModel
import EtudeStore

/// Makes the models of a plan: those behind servers with the journal and a dispatcher, the others with the meter.
///
/// A block that has several duties has one dispatcher for all of them, because its limits are the provider's.
final class ModelFactory: Sendable {
    let plan: PipelinePlan
    private let services: RunServices
    private let blocks: [String]
    private let remote: [String: JournaledModel]

    /// The factory of a run.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - services: what the models share.
    ///   - blocks: the blocks that may be asked; nil for those of a run.
    /// - Throws: ``EtudeError`` with code `config` for an address or a key that is missing or wrong.
    init(plan: PipelinePlan, services: RunServices, blocks: [String]? = nil) throws {
        self.plan = plan
        self.services = services
        self.blocks = blocks ?? plan.usedModels
        var remote: [String: JournaledModel] = [:]
        for block in self.blocks {
            guard let spec = plan.spec.model(block), spec.provider.isRemote else { continue }
            remote[block] = try services.journaled(spec, plan: plan)
        }
        self.remote = remote
    }

    /// The model of a block for a duty.
    func model(_ block: String, as duty: ModelSpec.Duty) throws -> any ChatModel {
        if let model = remote[block] { return model }
        guard let spec = plan.spec.model(block) else {
            throw EtudeError(
                .config,
                "There is no model block `\(block)`.",
                at: Place(file: plan.spec.file, key: "models")
            )
        }
        let base: any ChatModel =
            switch (spec.provider, duty) {
            case (.replay, _): try replay(spec)
            case (_, .teacher): BuiltInTeacher(catalog: plan.catalog)
            case (_, .judge): BuiltInJudge(catalog: plan.catalog)
            case (_, .embedder): throw EtudeError(.fault, "The block `\(block)` embeds no texts.")
            }
        return MeteredModel(base: base, block: block, gate: services.gate, meter: services.meter)
    }

    /// Whether somebody waits for a server.
    var isWaiting: Bool {
        remote.values.contains { model in
            let figures = model.dispatcher.figures
            return figures.inFlight + figures.waiting > 0
        }
    }

    /// How many candidates are worked on at a time: twice as many as the models may have requests in flight, because those
    /// that wait for a rate limit or for another try hold no place there.
    var width: Int { 2 * blocks.compactMap { plan.spec.model($0)?.concurrency }.reduce(0, +) }

    /// How a block's model is asked to sample.
    func settings(_ block: String) -> SamplingSettings {
        let spec = plan.spec.model(block)
        return SamplingSettings(
            temperature: spec?.temperature,
            maxOutputTokens: spec?.maxOutputTokens,
            extra: spec?.extra ?? []
        )
    }

    private func replay(_ spec: ModelSpec) throws -> ReplayModel {
        let file = try spec.missing.map { try plan.spec.resolve($0) }
        let missing = services.missing
        let answers = try plan.spec.placing(at: "models.\(spec.name).answers") { () throws(EtudeError) in
            try RecordedAnswers.read(plan.spec.resolve(spec.answers))
        }
        return try ReplayModel(name: spec.modelID, lines: answers) { request, _ in
            await missing.note(request, model: spec.modelID, file: file)
        }
    }
}
