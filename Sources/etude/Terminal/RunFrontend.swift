import Dispatch
import EtudeCore
import EtudeFlow
import EtudePipeline
import Glibc

/// Runs a pipeline in front of a person: progress, signals, and a stop within the grace period.
struct RunFrontend {
    let runner: PipelineRun
    let style: ProgressStyle
    let grace: Duration

    /// Runs to the end, or until a signal stops it.
    func run() async throws -> RunReport {
        let gate = runner.gate
        let runner = runner
        let work = Task { try await runner.run() }
        let display = Task { await ProgressDisplay(monitor: runner.monitor, style: style).run() }
        let signals = [watch(SIGINT, .interrupted, gate, work), watch(SIGTERM, .terminated, gate, work)]
        defer { for source in signals { source.cancel() } }
        let result = await work.result
        display.cancel()
        await display.value
        return try result.get()
    }

    /// The first signal sends nothing more, waits for what is in flight, and then cancels; a second leaves at once.
    private func watch(
        _ signal: Int32,
        _ reason: StopGate.Reason,
        _ gate: StopGate,
        _ work: Task<RunReport, any Error>
    ) -> any DispatchSourceSignal {
        Glibc.signal(signal, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: signal, queue: .global())
        let grace = grace
        source.setEventHandler {
            guard gate.reason == nil else { _exit(128 + signal) }
            gate.close(reason)
            Terminal.say("etude: stopping; waiting up to \(Int(grace / .seconds(1))) s for what is in flight.")
            Task {
                try await Task.sleep(for: grace)
                work.cancel()
            }
        }
        source.resume()
        return source
    }
}
