import EtudeCore
import EtudeModel
import EtudeTesting
import Testing

/// What a scheduler makes of a provider whose limits nobody told it, once it has settled.
@Suite struct SettledRateTests {
    private func requests(_ count: Int) -> [SimulatedRequest] {
        let size = RequestSize(input: 300, mostInput: 1_000, mostOutput: 200)
        return Array(repeating: SimulatedRequest(size: size, usage: TokenUsage(input: 250, output: 100)), count: count)
    }

    @Test(.timeLimit(.minutes(1)), arguments: [40, 100, 200, 400], [1, 2] as [UInt64])
    func `Of 20 requests a second and 4 connections it uses four fifths, and few are refused`(
        milliseconds: Int,
        seed: UInt64
    ) throws {
        var plan = SimulationPlan(
            seed: Seed(seed),
            requests: requests(3_200),
            width: 32,
            limits: RequestLimits(concurrency: 16)
        )
        plan.provider.base = .milliseconds(milliseconds)
        plan.provider.perToken = .zero
        plan.provider.requestsPerSecond = 20
        plan.provider.connections = 4
        plan.provider.refusal = .wait(.seconds(1))
        let report = try Simulation(plan).run()
        let settled = Duration.seconds(60)..<Duration.seconds(160)
        let answers = report.answers.count { settled.contains($0) }
        let refusals = report.refusals.count { settled.contains($0) }
        let possible = min(20, 4_000 / Double(milliseconds)) * 100
        #expect(Double(refusals) < 0.1 * Double(answers + refusals))
        #expect(Double(answers) >= 0.8 * possible)
        #expect(report.answered == plan.requests.count)
    }

    @Test(.timeLimit(.minutes(1)), arguments: [1, 2, 3] as [UInt64])
    func `Random refusals with a short wait, and faults, leave at least half of the throughput`(seed: UInt64) throws {
        var plan = SimulationPlan(
            seed: Seed(seed),
            requests: requests(3_400),
            width: 64,
            limits: RequestLimits(concurrency: 16)
        )
        plan.commitMilliseconds = 0
        plan.provider.base = .milliseconds(20)
        plan.provider.perToken = .zero
        plan.provider.timeout = .milliseconds(500)
        plan.provider.refused = 0.08
        plan.provider.refusal = .upTo(milliseconds: 20)
        plan.provider.faults = [(.server, 0.06), (.transport, 0.05), (.invalidBody, 0.04), (.timeout, 0.005)]
        plan.provider.lost = 0.015
        let report = try Simulation(plan).run()
        let settled = Duration.seconds(2)..<Duration.seconds(6)
        let perSecond = Double(report.answers.count { settled.contains($0) }) / 4
        #expect(perSecond >= 16 / 0.02 / 2)
        #expect(report.answered == plan.requests.count)
    }
}
