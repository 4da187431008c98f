import EtudeCore
import EtudeModel
import EtudeTesting
import Testing

@Suite struct RequestKeyTests {
    private var request: ChatRequest {
        var request = ChatRequest.sample(seed: Seed(20_261_120), ask: 1)
        request.messages = [Message(.system, "Be brief."), Message(.user, "Write a \"text\" about café.\n")]
        request.settings.temperature = 0.7
        request.settings.extra = [
            JSONMember("top_p", 0.95), JSONMember("chat_template_kwargs", ["enable_thinking": false]),
        ]
        request.schema = ResponseSchema(name: "marks", schema: ["type": "object"])
        return request
    }

    @Test func `The key is the SHA-256 of the canonical request`() {
        // Computed by json.dumps(sort_keys=True, separators=(",", ":"), ensure_ascii=False) and hashlib in Python.
        #expect(request.key(model: "openai/test") == "69e6a5ee99dab9ad49fc6381b4d125fdf29e98aae93efa85cd6c480247ed7cc5")
    }

    @Test func `The order of extra members, the token limit and the task leave the key alone`() {
        var other = request
        other.settings.extra.reverse()
        other.settings.maxOutputTokens = 9
        if case .write(let assignment) = other.task { other.task = .mark(assignment, text: "Any.") }
        #expect(other != request)
        #expect(other.key(model: "m") == request.key(model: "m"))
    }

    @Test func `Everything else alters the key`() {
        let changes: [(inout ChatRequest) -> Void] = [
            { $0.messages[0] = Message(.user, "Be brief.") },
            { $0.messages.removeLast() },
            { $0.settings.temperature = nil },
            { $0.settings.temperature = 0.8 },
            { $0.settings.extra = [] },
            { $0.schema = nil },
            { $0.schema = ResponseSchema(name: "other", schema: ["type": "object"]) },
            { $0.seed = Seed(1) },
            { $0.ask = 0 },
        ]
        var keys = [request.key(model: "m"), request.key(model: "n")]
        for change in changes {
            var other = request
            change(&other)
            keys.append(other.key(model: "m"))
        }
        #expect(Set(keys).count == changes.count + 2)
    }
}
