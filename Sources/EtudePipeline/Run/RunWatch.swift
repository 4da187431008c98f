import EtudeCore
import EtudeFlow

/// Stops a run that gets no answers, or whose time is over; nothing may wait for ever.
struct RunWatch: Sendable {
    let stop: StopSpec
    let gate: StopGate
    let monitor: RunMonitor
    /// Whether somebody waits for a server.
    let isWaiting: @Sendable () -> Bool

    /// Watches until the task is cancelled.
    func run() async {
        let start = ContinuousClock.now
        var idleUntil = start
        while (try? await Task.sleep(for: .milliseconds(500))) != nil {
            let now = ContinuousClock.now
            if !isWaiting() { idleUntil = now }
            let silence = min(gate.silence, idleUntil.duration(to: now))
            if silence >= .seconds(stop.maxStall) {
                let words = monitor.meter.lastFailure.map { "; the last failure was: \($0)" } ?? "."
                gate.close(.stalled("No answer came for \(stop.maxStall) s (stop.max_stall)\(words)"))
            }
            if let deadline = stop.deadline, start.duration(to: now) >= .seconds(deadline) {
                gate.close(.deadline("The run has taken the \(deadline) s of its deadline."))
            }
        }
    }
}
