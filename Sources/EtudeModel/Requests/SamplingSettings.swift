public import EtudeCore

/// How a model is asked to sample: what a model's block of the pipeline file says, and no more.
public struct SamplingSettings: Sendable, Hashable {
    /// The temperature; nil leaves it to the server.
    public var temperature: Double?
    /// The most tokens an answer may have; nil leaves it to the server.
    public var maxOutputTokens: Int?
    /// Further members of the request body, sent as they stand.
    public var extra: [JSONMember]

    /// Settings; by default everything is left to the server.
    public init(temperature: Double? = nil, maxOutputTokens: Int? = nil, extra: [JSONMember] = []) {
        self.temperature = temperature
        self.maxOutputTokens = maxOutputTokens
        self.extra = extra
    }
}
