import EtudeCore
import EtudeModel
import EtudeTesting
import Foundation
import Testing

/// Thousands of runs of the request layer on a virtual clock; `ETUDE_SEED=n` runs one of them alone.
@Suite struct SimulationTests {
    private static let seeds: ClosedRange<UInt64> = 1...3_000
    private static let chosen = ProcessInfo.processInfo.environment["ETUDE_SEED"].flatMap(UInt64.init)

    @Test(.timeLimit(.minutes(2)))
    func `Every promise holds in every run`() {
        for seed in Self.chosen.map({ $0...$0 }) ?? Self.seeds {
            do {
                let report = try Simulation(SimulationPlan(seed: Seed(seed))).run()
                if Self.chosen != nil { print(report) }
            } catch {
                Issue.record("Seed \(seed). \(error) (ETUDE_SEED=\(seed) runs it alone.)")
                return
            }
        }
    }
}
