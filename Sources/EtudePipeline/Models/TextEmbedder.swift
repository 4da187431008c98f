import EtudeCore
import EtudeCurate
import EtudeModel

/// Asks the pipeline's model what a text means, as a vector; a text is embedded once and then found in the journal.
struct TextEmbedder: Sendable {
    private let model: any ChatModel
    private let settings: SamplingSettings

    /// The embedder of a plan; nil where texts are not compared by meaning.
    init?(_ plan: PipelinePlan, models: ModelFactory) throws {
        guard let block = plan.spec.deduplicate.semantic?.model else { return nil }
        model = try models.model(block, as: .embedder)
        settings = SamplingSettings(extra: plan.spec.model(block)?.extra ?? [])
    }

    /// The direction of a text's embedding.
    func vector(of text: String) async throws -> UnitVector {
        let request = ChatRequest(messages: [Message(.user, text)], settings: settings, seed: Seed(0), task: .embed)
        let answer = try await model.answer(request)
        guard answer.outcome == .answered else {
            throw FinalFailure(kind: answer.outcome.rawValue, message: "The text was not embedded: \(answer.text)")
        }
        guard let vector = Embedding(base64: answer.text).flatMap({ UnitVector($0.values) }) else {
            throw FinalFailure(kind: FailureKind.invalidBody.rawValue, message: "The answer is no embedding.")
        }
        return vector
    }
}
