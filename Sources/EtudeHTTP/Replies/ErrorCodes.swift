import EtudeModel

/// What the codes and phrases of the providers mean, whatever the status that comes with them.
enum ErrorCodes {
    private static let kinds: [String: FailureKind] = [
        // No money or allowance is left; OpenAI sends most of these with 429, and so does Anthropic the spend limit.
        "insufficient_quota": .quota,
        "credit_balance_exhausted": .quota,
        "billing_hard_limit_reached": .quota,
        "billing_not_active": .quota,
        "organization_spend_limit_exceeded": .quota,
        "project_spend_limit_exceeded": .quota,
        "organization_usage_limit_exceeded": .quota,
        "enforced_spend_limit_reached": .quota,
        "billing_error": .quota,
        "invalid_api_key": .authentication,
        "authentication_error": .authentication,
        "permission_error": .authentication,
        "model_not_found": .unknownModel,
        "not_found_error": .unknownModel,
        "DeploymentNotFound": .unknownModel,
        "rate_limit_error": .rateLimited,
        "rate_limit_exceeded": .rateLimited,
        "overloaded_error": .overloaded,
        "server_is_overloaded": .overloaded,
        "timeout_error": .timeout,
    ]

    /// Phrases of Anthropic that come with nothing but `invalid_request_error` (400) or `rate_limit_error` (429).
    private static let quotaPhrases = ["credit balance is too low", "specified api usage limits", "spend limit"]

    /// The kind that codes mean; a fatal one counts before any other.
    static func kind(of codes: [String]) -> FailureKind? {
        let known = codes.compactMap { kinds[$0] }
        return known.first { $0.isFatal } ?? known.first
    }

    /// The kind that words mean where neither code nor status tells; nil in most cases.
    static func kind(of words: String, status: Int) -> FailureKind? {
        guard status == 400 || status == 429 else { return nil }
        let words = words.lowercased()
        return quotaPhrases.contains { words.contains($0) } ? .quota : nil
    }
}
