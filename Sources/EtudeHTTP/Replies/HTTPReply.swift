import EtudeCore
import NIOHTTP1

/// A whole HTTP response.
struct HTTPReply: Sendable {
    /// The status code.
    let status: Int
    /// The header fields, in order.
    let headers: HTTPHeaders
    /// The body.
    let body: [UInt8]

    /// The first value of a header field, whatever the case of its name.
    func header(_ name: String) -> String? { headers.first(name: name) }

    /// The server's name for the request: OpenAI's, Azure's or Anthropic's field, or what the body says; empty if none.
    func requestID(_ json: JSONValue?) -> String {
        header("x-request-id") ?? header("apim-request-id") ?? header("request-id")
            ?? json?["request_id"]?.string ?? json?["error"]?["request_id"]?.string ?? json?["id"]?.string ?? ""
    }
}
