import EtudeModel

/// A request for proposals, with what of it strangers wrote.
struct ExtractionQuestion: Sendable {
    /// The request, asked for the first time.
    let request: ChatRequest
    /// The texts of strangers that stand in it.
    let foreign: String
}

/// What became of a question.
enum ExtractionReply<Value: Sendable>: Sendable {
    /// An answer that could be read, with its origin.
    case read(Value, origin: String)
    /// Two answers came, and neither could be read.
    case unreadable
    /// The request has failed for good.
    case failed
    /// The run stops, or the answer is not recorded or given up for now: to be asked again.
    case open
}
