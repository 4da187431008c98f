public import EtudeModel

/// A place on a panel: who marks, and how it is asked.
public struct JudgeSeat: Sendable {
    /// The judge.
    public let model: any ChatModel
    /// How it samples.
    public let settings: SamplingSettings
    /// Whether it is asked for a JSON verdict by a schema, or for the table of the paper.
    public let structured: Bool

    /// A seat.
    public init(model: any ChatModel, settings: SamplingSettings, structured: Bool) {
        self.model = model
        self.settings = settings
        self.structured = structured
    }
}
