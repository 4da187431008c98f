/// A whole HTTP response.
struct HTTPReply: Sendable {
    /// The status code.
    let status: Int
    /// The header fields, in order.
    let headers: [(name: String, value: String)]
    /// The body.
    let body: [UInt8]

    /// The first value of a header field, whatever the case of its name.
    func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name }?.value
    }
}
