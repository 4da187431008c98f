import EtudeCore
import EtudeIngest

/// When two texts are too near in meaning, by the embeddings of a model.
public struct SemanticSpec: Sendable {
    /// The model block that embeds texts.
    public var model: String
    /// The least cosine of near texts, more than 0 and at most 1.
    public var threshold: Double

    init(_ reader: YAMLReader, models: [ModelSpec]) throws(EtudeError) {
        var reader = reader
        guard let name = try reader.string("model") else {
            throw reader.failure(nil, "Semantic duplicates need `model`, a model block whose server embeds texts.")
        }
        guard let model = models.first(where: { $0.name == name }) else {
            let known = models.map(\.name).joined(separator: ", ")
            throw reader.failure("model", "There is no model block `\(name)`; blocks are \(known).")
        }
        guard model.provider == .openai || model.provider == .replay else {
            throw reader.failure(
                "model",
                "The provider `\(model.provider.rawValue)` embeds no texts; `openai` does, as do servers that speak like it."
            )
        }
        guard !model.batch else {
            throw reader.failure("model", "Texts are embedded at once; take `batch` from the model block `\(name)`.")
        }
        self.model = name
        threshold = try reader.double("threshold") ?? 0.95
        guard threshold > 0, threshold <= 1 else {
            throw reader.failure("threshold", "A threshold lies above 0 and is at most 1.")
        }
        try reader.refuseUnknownKeys()
    }
}
