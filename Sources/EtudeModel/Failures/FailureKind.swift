/// The ways in which a model fails to answer.
public enum FailureKind: String, Sendable, Hashable, CaseIterable {
    /// The server does not take the request (too long, a parameter that it does not know).
    case badRequest = "bad_request"
    /// The key is missing, wrong, or not allowed to do this.
    case authentication
    /// The account has no money or no allowance left; waiting does not help.
    case quota
    /// The server has no model of this name, or no such address.
    case unknownModel = "unknown_model"
    /// Too many requests or tokens in a short time.
    case rateLimited = "rate_limited"
    /// The server is too busy, or still loading.
    case overloaded
    /// The server failed.
    case server
    /// No connection came about; nothing was sent.
    case unreachable
    /// The connection failed after the request was sent, or while it was.
    case transport
    /// No answer came in time.
    case timeout
    /// An answer came that is no chat completion.
    case invalidBody = "invalid_body"
    /// A replayed model has no answer to the request.
    case notRecorded = "not_recorded"
    /// The request went into a batch; its answer comes with a later run.
    case pending

    /// Whether no further request to this model can succeed.
    public var isFatal: Bool {
        switch self {
        case .authentication, .quota, .unknownModel: true
        default: false
        }
    }

    /// Whether the same request may succeed later.
    public var isRetryable: Bool {
        switch self {
        case .rateLimited, .overloaded, .server, .unreachable, .transport, .timeout, .invalidBody: true
        case .badRequest, .authentication, .quota, .unknownModel, .notRecorded, .pending: false
        }
    }

    /// Whether a try that failed so may have been paid for all the same: it was sent, and nobody said that it was refused.
    public var mayBeBilled: Bool {
        switch self {
        case .server, .transport, .timeout, .invalidBody: true
        default: false
        }
    }

    /// Whether the server asks for patience, which is no fault of the request.
    public var isThrottling: Bool { self == .rateLimited || self == .overloaded }
}
