import EtudeCore
import EtudeModel

/// A provider that follows a behaviour, and enforces its limits whatever the client believes of them.
struct SimulatedProvider {
    private let behaviour: ProviderBehaviour
    private var draws: SeededGenerator
    /// When the requests of each server end, or, of those that wait for their turn, will end.
    private var busy: [[Duration]]
    /// The requests of the last second that were let in.
    private var recent: [Duration] = []
    private var received = 0

    init(_ behaviour: ProviderBehaviour, seed: Seed) {
        self.behaviour = behaviour
        draws = SeededGenerator(seed: seed)
        busy = Array(repeating: [], count: behaviour.servers)
    }

    /// Receives a request, and says what will come of it.
    mutating func receive(_ request: SimulatedRequest, server: Int, at now: Duration) -> SimulatedReply {
        received += 1
        if let outage = behaviour.outages.first(where: { $0.server == server && $0.from <= now && now < $0.until }) {
            return failure(outage.kind, at: now + draws.milliseconds(in: 1...50))
        }
        if let quota = behaviour.quota, received > quota {
            return failure(.quota, at: now + draws.milliseconds(in: 1...50))
        }
        guard admits(server, at: now), !draws.chance(behaviour.refused) else { return refusal(at: now) }
        recent.append(now)
        guard !request.isWrong else { return failure(.badRequest, at: now + draws.milliseconds(in: 1...50)) }
        return serve(request, server, at: now)
    }

    private mutating func serve(_ request: SimulatedRequest, _ server: Int, at now: Duration) -> SimulatedReply {
        let slowness = behaviour.slowness.indices.contains(server) ? behaviour.slowness[server] : 1
        let needed = (behaviour.base + behaviour.perToken * request.usage.output) * slowness
        var draw = draws.unit()
        for (kind, share) in behaviour.faults {
            guard draw >= share else { return fault(kind, request, server, needed, at: now) }
            draw -= share
        }
        let end = occupy(server, for: needed, at: now)
        guard end - now < behaviour.timeout else {
            return failure(.timeout, at: now + behaviour.timeout, billed: request.usage)
        }
        guard draw >= behaviour.lost else { return failure(.transport, at: end, billed: request.usage) }
        return SimulatedReply(time: end, result: .success(request.usage), billed: request.usage)
    }

    /// A fault that comes at some time of the service, or never, and may be billed if the client cannot know.
    private mutating func fault(
        _ kind: FailureKind,
        _ request: SimulatedRequest,
        _ server: Int,
        _ needed: Duration,
        at now: Duration
    ) -> SimulatedReply {
        let isBilled = kind.mayBeBilled && draws.chance(0.7)
        let end = occupy(server, for: kind == .unreachable ? .milliseconds(1) : needed * draws.unit(), at: now)
        let limit = now + behaviour.timeout
        return failure(
            kind,
            at: kind == .timeout ? limit : min(end, limit),
            billed: isBilled ? request.usage : nil
        )
    }

    /// Takes a connection for a time, or waits for one; returns when it is free again.
    private mutating func occupy(_ server: Int, for time: Duration, at now: Duration) -> Duration {
        busy[server].removeAll { $0 <= now }
        var start = now
        if let connections = behaviour.connections, busy[server].count >= connections {
            start = busy[server].sorted()[busy[server].count - connections]
        }
        busy[server].append(start + time)
        return start + time
    }

    private mutating func admits(_ server: Int, at now: Duration) -> Bool {
        recent.removeAll { $0 + .seconds(1) <= now }
        if let limit = behaviour.requestsPerSecond, recent.count >= limit { return false }
        guard let connections = behaviour.connections, !behaviour.queues else { return true }
        return busy[server].count { $0 > now } < connections
    }

    private mutating func refusal(at now: Duration) -> SimulatedReply {
        let wait: Duration? =
            switch behaviour.refusal {
            case .silent: nil
            case .wait(let wait): wait
            case .upTo(let most): draws.milliseconds(in: 1...most)
            }
        return failure(.rateLimited, at: now + draws.milliseconds(in: 1...20), retryAfter: wait)
    }

    private func failure(
        _ kind: FailureKind,
        at time: Duration,
        billed: TokenUsage? = nil,
        retryAfter: Duration? = nil
    ) -> SimulatedReply {
        SimulatedReply(
            time: time,
            result: .failure(ModelFailure(kind, "", retryAfter: retryAfter)),
            billed: billed
        )
    }
}
