import EtudeCore

@testable import EtudeStore

/// A key of 64 digits that ends with a number.
func journalKey(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 64 - digits.count) + digits
}

/// An answer with what a test leaves open filled in.
func journalAnswer(
    _ number: Int = 1,
    model: String = "openai/m",
    purpose: String = "write",
    limit: Int? = 100,
    isTruncated: Bool = false,
    text: String = "An answer.",
    tokens: (input: Int?, output: Int?) = (10, 20),
    requestID: String = "r",
    createdAt: Int = 1_790_000_000_000
) -> JournalAnswer {
    JournalAnswer(
        key: journalKey(number),
        model: model,
        tokenLimit: limit,
        isTruncated: isTruncated,
        payload: ["text": .string(text), "odd": [1, 2.5, true, .null, "\u{0}\u{2028}é"]],
        inputTokens: tokens.input,
        outputTokens: tokens.output,
        requestID: requestID,
        purpose: purpose,
        createdAt: createdAt,
        durationMilliseconds: 1500
    )
}

/// A failed try with what a test leaves open filled in.
func journalAttempt(
    _ number: Int = 1,
    kind: String = "timeout",
    createdAt: Int = 5,
    requestID: String = "",
    tokens: (input: Int?, output: Int?) = (nil, nil),
    cost: (amount: Double?, currency: String?) = (nil, nil)
) -> JournalAttempt {
    JournalAttempt(
        key: journalKey(number),
        model: "openai/m",
        purpose: "write",
        kind: kind,
        message: "The server said \"no\".",
        createdAt: createdAt,
        requestID: requestID,
        durationMilliseconds: 250,
        estimatedInput: tokens.input,
        estimatedOutput: tokens.output,
        cost: cost.amount,
        currency: cost.currency
    )
}
