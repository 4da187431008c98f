import EtudeCore
import EtudeModel
import EtudeTesting
import Foundation
import Testing

/// Thousands of runs of the request layer on a virtual clock; `ETUDE_SEED=n` runs one of them alone and prints it.
@Suite struct SimulationTests {
    private static let seeds: ClosedRange<UInt64> = 1...3_600
    private static let chosen = ProcessInfo.processInfo.environment["ETUDE_SEED"].flatMap(UInt64.init)

    @Test(.enabled(if: chosen == nil), .timeLimit(.minutes(2)))
    func `Every promise holds in every run, and every corner is met`() {
        var corners: [String: Int] = [:]
        for seed in Self.seeds {
            do {
                let report = try Simulation(SimulationPlan(seed: Seed(seed))).run()
                for corner in Self.corners(report) { corners[corner, default: 0] += 1 }
            } catch {
                Issue.record("Seed \(seed). \(error) (ETUDE_SEED=\(seed) runs it alone.)")
            }
        }
        for corner in [
            "answered", "failed", "set aside", "unsent", "crashed", "refused", "refused for good", "budget: run",
            "budget: day", "budget: total", "silence", "long",
        ] {
            #expect(corners[corner, default: 0] >= 20, "\(corner): \(corners)")
        }
    }

    @Test(.enabled(if: chosen != nil))
    func `One run`() throws {
        let plan = SimulationPlan(seed: Seed(try #require(Self.chosen)))
        dump(plan.provider, maxDepth: 4)
        print(plan.requests.count, plan.width, plan.limits, plan.policy, plan.budget, plan.crashes)
        print(try Simulation(plan).run())
    }

    @Test func `The same seed gives the same run, and another another`() throws {
        for seed in 1...20 as ClosedRange<UInt64> {
            let plan = SimulationPlan(seed: Seed(seed))
            #expect(try Simulation(plan).run() == Simulation(plan).run())
            #expect(try Simulation(plan).run() != Simulation(SimulationPlan(seed: Seed(seed + 100))).run())
        }
    }

    private static func corners(_ report: SimulationReport) -> [String] {
        var corners = [
            ("answered", report.answered), ("failed", report.failed), ("set aside", report.setAside),
            ("unsent", report.unsent), ("crashed", report.crashes), ("refused", report.refusals.count),
            ("long", report.sent / 1_000),
        ].filter { $0.1 > 0 }.map(\.0)
        switch report.stop {
        case nil: break
        case .refused: corners.append("refused for good")
        case .budget(let scope): corners.append("budget: \(scope)")
        case .silence: corners.append("silence")
        }
        return corners
    }
}
