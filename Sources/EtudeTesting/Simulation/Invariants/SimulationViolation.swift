/// A promise that a simulated run has broken.
public struct SimulationViolation: Error, CustomStringConvertible {
    let time: Duration
    let rule: String

    /// The promise, and when it was broken.
    public var description: String { "After \(time) of the run: \(rule)" }
}
