/// What reading the results of a batch came to.
struct BatchTally: Sendable, Hashable {
    /// What became of the requests.
    var books = BatchBooks()
    /// Results that belong to requests of the batch.
    var known = 0
    /// Whether the provider still had all results.
    var isWhole = true
    /// What the provider says where it refuses the model, the account, or all requests alike.
    var refusal: String?
}
