import EtudeModel

/// What comes of a request at a simulated provider.
struct SimulatedReply {
    /// When the client learns of it.
    let time: Duration
    /// What the client learns.
    let result: Result<TokenUsage, ModelFailure>
    /// What the provider in truth bills, whether the client learns of it or not.
    let billed: TokenUsage?
}
