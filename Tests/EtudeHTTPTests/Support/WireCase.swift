import EtudeModel
import EtudeTesting
import Testing

/// A reply of the wire, and what a model must make of it.
struct WireCase: Sendable, CustomTestStringConvertible {
    /// What a model makes of a reply.
    enum Outcome: Sendable {
        /// A failure: kind, whether it is tried again, the wait, the request's name, and words of its message.
        case failure(FailureKind, Bool, Duration?, String, String)
        /// An answer.
        case answer(ChatAnswer)
    }

    let name: String
    let provider: Provider
    let reply: ServerReply
    let outcome: Outcome
    /// How long the model waits for the whole reply.
    var patience = Duration.seconds(60)

    var testDescription: String { "\(provider.rawValue): \(name)" }

    /// A failure whose kind alone decides whether it is tried again.
    static func failing(
        _ name: String,
        _ provider: Provider,
        _ reply: ServerReply,
        _ kind: FailureKind,
        wait: Duration? = nil,
        id: String = "req-7",
        words: String = ""
    ) -> WireCase {
        WireCase(
            name: name,
            provider: provider,
            reply: reply,
            outcome: .failure(kind, kind.isRetryable, wait, id, words)
        )
    }
}
