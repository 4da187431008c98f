import AsyncHTTPClient
import EtudeModel
import NIOSSL

/// Tells a failure of the wire in the project's terms.
enum TransportError {
    /// The failure that an error of client or connection amounts to.
    ///
    /// Descriptions that could hold header values are not repeated.
    static func failure(of error: any Error, timeout: Duration) -> ModelFailure {
        switch error {
        case let error as HTTPClientError where error == .deadlineExceeded:
            ModelFailure(.timeout, "No whole answer came within \(timeout).")
        case let error as HTTPClientError where error == .proxyAuthenticationRequired:
            ModelFailure(.authentication, "The proxy refuses the user name or password, or wants one.")
        case let error as HTTPClientError:
            ModelFailure(.transport, "The connection failed: \(error.shortDescription).")
        case let error as ReplyCollector.TooLong where error == .body:
            ModelFailure(.invalidBody, "The answer is longer than is ever read.", isRetryable: false)
        case is ReplyCollector.TooLong:
            ModelFailure(.transport, "The connection failed: the head of the answer is longer than is ever read.")
        case is NIOSSLError, is NIOSSLExtraError:
            ModelFailure(.transport, "TLS failed: \(reason(error)).")
        default:
            ModelFailure(.transport, "The connection failed: \(error).")
        }
    }

    /// What went wrong with TLS, told by the cause where it is the certificate.
    private static func reason(_ error: any Error) -> String {
        let text = "\(error)"
        return if text.contains("CERTIFICATE_VERIFY_FAILED") {
            "nobody who is trusted has signed the server's certificate, or it is out of date"
        } else if error as? NIOSSLExtraError == .failedToValidateHostname {
            "the server's certificate is for another host"
        } else {
            text
        }
    }
}
