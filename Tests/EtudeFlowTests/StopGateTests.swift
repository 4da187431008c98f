import EtudeFlow
import Testing

@Suite struct StopGateTests {
    @Test func `an open gate lets work through`() throws {
        try StopGate().check()
    }

    @Test func `a closed gate stops work, and the first reason stays`() {
        let gate = StopGate()
        gate.close(.interrupted)
        gate.close(.refused("no money"))
        #expect(gate.reason == .interrupted)
        #expect(throws: StoppedError(reason: .interrupted)) { try gate.check() }
    }
}
