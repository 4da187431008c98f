import AsyncHTTPClient
import EtudeModel
import NIOCore

/// Tells a failure of the wire in the project's terms.
enum TransportError {
    /// The failure that an error of client or connection amounts to.
    ///
    /// Descriptions that could hold header values are not repeated.
    static func failure(of error: any Error, timeout: Duration) -> ModelFailure {
        switch error {
        case is Deadline.Passed:
            ModelFailure(.timeout, "No whole answer came within \(timeout.components.seconds) s.")
        case is NIOTooManyBytesError:
            ModelFailure(.invalidBody, "The answer is longer than is ever read.", isRetryable: false)
        case let error as HTTPClientError:
            ModelFailure(.transport, "The connection failed: \(error.shortDescription).")
        default:
            ModelFailure(.transport, "The connection failed: \(error).")
        }
    }
}
