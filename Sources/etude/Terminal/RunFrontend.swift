import Dispatch
import EtudeCore
import EtudeFlow
import EtudePipeline
import Glibc

/// Does long work in front of a person: progress, signals, and a stop within the grace period.
struct RunFrontend {
    let gate: StopGate
    let monitor: RunMonitor
    let style: ProgressStyle
    let grace: Duration
    /// What progress counts.
    var unit = "rows"

    /// Works to the end, or until a signal stops it.
    func run<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
        let work = Task { try await work() }
        let display = Task { [monitor, style, unit] in
            await ProgressDisplay(monitor: monitor, style: style, unit: unit).run()
        }
        let signals = [
            watch(SIGINT, .interrupted, cancel: work.cancel), watch(SIGTERM, .terminated, cancel: work.cancel),
        ]
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
        cancel: @escaping @Sendable () -> Void
    ) -> any DispatchSourceSignal {
        Glibc.signal(signal, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: signal, queue: .global())
        let (gate, grace) = (gate, grace)
        source.setEventHandler {
            guard gate.reason == nil else { _exit(128 + signal) }
            gate.close(reason)
            Terminal.say("etude: stopping; waiting up to \(Int(grace / .seconds(1))) s for what is in flight.")
            Task {
                try await Task.sleep(for: grace)
                cancel()
            }
        }
        source.resume()
        return source
    }
}
