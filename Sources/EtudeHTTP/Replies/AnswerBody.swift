import EtudeCore
import EtudeModel

/// The body of a reply that holds an answer, in the format of one provider.
protocol AnswerBody: Sendable {
    /// What such a body is called.
    static var description: String { get }

    /// Reads a body tolerantly; nil if it holds no answer.
    init?(json: JSONValue)

    /// The answer.
    ///
    /// - Parameters:
    ///   - model: the model's name where the body names none.
    ///   - requestID: the server's name for the request.
    /// - Returns: the answer, reasoning apart from text.
    func answer(model: String, requestID: String) -> ChatAnswer
}
