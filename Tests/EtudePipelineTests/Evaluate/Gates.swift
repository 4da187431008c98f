import EtudeFlow
import Synchronization

/// The gate of whatever runs at the moment, which a server closes.
final class Gates: Sendable {
    private let gate = Mutex<StopGate?>(nil)

    /// Takes the gate of the next run.
    func watch(_ next: StopGate) { gate.withLock { $0 = next } }

    /// Stops what runs.
    func close() { gate.withLock { $0 }?.close(.terminated) }
}
