/// What became of a simulated run.
public struct SimulationReport: Sendable, Hashable {
    /// Why it stopped early, if it did.
    public var stop: SimulationStop?
    /// Requests answered.
    public var answered = 0
    /// Requests that failed for good.
    public var failed = 0
    /// Requests left for the next run.
    public var setAside = 0
    /// Requests that a stop kept from an end.
    public var unsent = 0
    /// Processes that were killed.
    public var crashes = 0
    /// Requests sent, retries included.
    public var sent = 0
    /// When each answer arrived.
    public var answers: [Duration] = []
    /// When each refusal arrived.
    public var refusals: [Duration] = []
    /// How often something happened.
    public var events = 0
    /// How long it took.
    public var span = Duration.zero
}
