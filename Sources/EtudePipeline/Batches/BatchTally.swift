/// What reading the results of a batch came to.
struct BatchTally: Sendable, Hashable {
    /// What became of the requests.
    var books = BatchBooks()
    /// Whether the results show that the batch is somebody else's, which was not sure before.
    var isForeign = false
    /// Whether the provider still had all results.
    var isWhole = true
    /// What the provider says where it refuses the model, the account, or all requests alike.
    var refusal: String?
}
