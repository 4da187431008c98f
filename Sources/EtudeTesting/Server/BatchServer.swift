public import EtudeCore

/// A batch provider on 127.0.0.1 at a free port, for tests: Files and Batches of OpenAI, and Message Batches of Anthropic.
///
/// Its time stands still but for a minute that each batch takes to be created; batches make progress by being looked at.
public actor BatchServer {
    /// The time of the first batch, in seconds since 1970.
    public static let start = 1_800_000_000
    /// The key that callers must show.
    public static let key = "sk-secret-123"

    /// A batch that was created.
    struct Batch: Sendable {
        let id: String
        let isAnthropic: Bool
        let requests: [(customID: String, body: JSONValue)]
        let metadata: JSONValue
        let file: String
        let createdAt: Int
        var script: BatchScript
        var looks = 0

        var hasEnded: Bool { looks > script.states.count }
        var word: String {
            hasEnded ? script.ending : script.states.dropFirst(max(0, looks - 1)).first ?? "in_progress"
        }
        var endedAt: Int { createdAt + 600 }
    }

    /// How a call is answered otherwise.
    struct Fault: Sendable {
        let call: String
        let reply: ServerReply
        let isAfter: Bool
    }

    /// The calls so far, such as `POST /v1/batches`.
    public private(set) var calls: [String] = []
    /// What the next batches go through.
    public var script: BatchScript
    /// Batches on one page of a list.
    static let pageSize = 2

    var files: [String: String] = [:]
    var batches: [Batch] = []
    private var faults: [Fault] = []

    init(_ script: BatchScript) {
        self.script = script
    }

    /// Lets the next batches go through something else.
    public func follow(_ script: BatchScript) { self.script = script }

    /// Answers the next call of a kind otherwise.
    ///
    /// - Parameters:
    ///   - call: how method and path begin, such as `POST /v1/batches`.
    ///   - reply: the reply.
    ///   - isAfter: whether the call has its effect all the same.
    public func fail(_ call: String, with reply: ServerReply, afterEffect isAfter: Bool = false) {
        faults.append(Fault(call: call, reply: reply, isAfter: isAfter))
    }

    /// How often each request was, or will be, answered and paid for, by its name.
    public var paid: [String: Int] {
        var counts: [String: Int] = [:]
        for batch in batches where batch.script.ending != "failed" {
            for (number, request) in batch.requests.enumerated() {
                if case .answer = batch.script.fate(request.body, number) { counts[request.customID, default: 0] += 1 }
            }
        }
        return counts
    }

    /// The bodies of all requests of batches that were taken.
    public var bodies: [JSONValue] { batches.flatMap { $0.requests.map(\.body) } }

    /// The names of the requests of each batch, in the order of their creation.
    public var customIDs: [[String]] { batches.map { $0.requests.map(\.customID) } }

    /// Notes a call, and takes out what it is to be answered otherwise.
    func take(_ call: String) -> Fault? {
        calls.append(call)
        return faults.firstIndex { call.hasPrefix($0.call) }.map { faults.remove(at: $0) }
    }

    /// A batch of a name, looked at once more.
    func look(_ id: String) -> Batch? {
        guard let index = batches.firstIndex(where: { $0.id == id }) else { return nil }
        batches[index].looks += 1
        return batches[index]
    }

    /// A batch of a name, cancelled unless it has ended: it ends at the next look.
    func cancel(_ id: String) -> Batch? {
        guard let index = batches.firstIndex(where: { $0.id == id }) else { return nil }
        if !batches[index].hasEnded {
            batches[index].script.states = Array(repeating: "cancelling", count: batches[index].looks + 1)
            batches[index].looks += 1
            batches[index].script.ending = "cancelled"
            batches[index].script.fate = { _, _ in .untried }
        }
        return batches[index]
    }

    /// Creates a batch.
    func create(
        _ requests: [(customID: String, body: JSONValue)],
        isAnthropic: Bool,
        metadata: JSONValue = .null,
        file: String = ""
    ) -> Batch {
        let number = batches.count + 1
        let batch = Batch(
            id: "\(isAnthropic ? "msgbatch" : "batch")_\(number)",
            isAnthropic: isAnthropic,
            requests: requests,
            metadata: metadata,
            file: file,
            createdAt: Self.start + 60 * number,
            script: script
        )
        batches.append(batch)
        return batch
    }

    /// A page of the batches that come after one, newest first.
    func page(after id: String?, isAnthropic: Bool) -> (batches: [Batch], hasMore: Bool) {
        var rest = batches.filter { $0.isAnthropic == isAnthropic }.reversed()[...]
        if let id { rest = rest.drop { $0.id != id }.dropFirst() }
        return (Array(rest.prefix(Self.pageSize)), rest.count > Self.pageSize)
    }
}

extension ServerReply {
    /// A refusal as both providers put it, more or less.
    static func refusal(_ status: Int, _ code: String, _ message: String) -> ServerReply {
        let error: JSONValue = ["type": .string(code), "code": .string(code), "message": .string(message)]
        let body: JSONValue = ["type": "error", "error": error]
        return ServerReply(status: status, body: body.canonicalText)
    }

    /// A document.
    static func document(_ json: JSONValue) -> ServerReply { ServerReply(body: json.canonicalText) }
}
