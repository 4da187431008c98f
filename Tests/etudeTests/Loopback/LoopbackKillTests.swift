import EtudeCore
import EtudeTesting
import Glibc
import Testing

/// A run that is killed again and again comes to the same end, and pays for nothing twice but what was in flight.
@Suite struct LoopbackKillTests {
    @Test func `five kills at random requests change nothing`() async throws {
        let whole = try await Undisturbed.server.value
        let counted = CountedServer()
        try await LoopbackChatServer.run(answering: counted.reply) { server, baseURL in
            let pipeline = SmallPipeline(.server(baseURL))
            let workspace = try PipelineWorkspace(pipeline)
            var generator = SeededGenerator(seed: Seed(5))
            for _ in 0..<5 {
                let run = try ToolProcess(running: workspace)
                await counted.arrivals(1 + generator.below(40))
                run.signal(SIGKILL)
                #expect(await run.end() == .killed(SIGKILL))
                #expect(try !workspace.hasRelease())
            }
            #expect(try await ToolProcess(running: workspace).end() == .exited(0))
            let log = RequestLog(await server.requests)
            #expect(try workspace.release() == whole.release)
            #expect(log.bodies == whole.log.bodies)
            #expect(log.repeated <= 5 * pipeline.concurrency)
        }
    }

    @Test func `five kills at random moments change nothing for the built-in teacher`() async throws {
        let whole = try await Undisturbed.release(of: SmallPipeline(.builtIn))
        let workspace = try PipelineWorkspace(SmallPipeline(.builtIn))
        let clock = ContinuousClock()
        let start = clock.now
        #expect(try await ToolProcess(running: workspace).end() == .exited(0))
        let duration = start.duration(to: clock.now)
        var generator = SeededGenerator(seed: Seed(6))
        var kills = 0
        for _ in 0..<40 where kills < 5 {
            // A run that was faster than its moment has left a release, upon which the next would have nothing to do.
            if try workspace.hasRelease() { try workspace.removeOutput() }
            let run = try ToolProcess(running: workspace)
            try await clock.sleep(for: duration * generator.unit())
            run.signal(SIGKILL)
            if await run.end() == .killed(SIGKILL) { kills += 1 }
        }
        #expect(kills == 5)
        #expect(try await ToolProcess(running: workspace).end() == .exited(0))
        #expect(try workspace.release() == whole)
    }
}
