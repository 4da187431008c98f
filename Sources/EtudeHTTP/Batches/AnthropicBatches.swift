public import EtudeCore
public import EtudeModel
import NIOHTTP1

/// Message Batches of Anthropic.
public struct AnthropicBatches: BatchProvider {
    private static let path = "/messages/batches"
    /// Batches on one page of a list.
    private static let pageSize = 100

    /// The kind of provider and its address.
    public let service: String
    /// 100,000 requests and 256 MB.
    public let limits = BatchLimits(requests: 100_000, bytes: 256_000_000)
    private let connection: BatchConnection
    private let body: MessagesBody
    private let reader: ReplyReader<MessagesReply>

    /// The batches of a server.
    ///
    /// - Parameters:
    ///   - model: the model's name on the server.
    ///   - endpoint: the server's address, up to and including `/v1`.
    ///   - apiKey: the key.
    ///   - service: the connections of the run.
    ///   - timeout: the longest time that a call may take that transfers no requests or results.
    /// - Throws: ``EtudeError`` with code `config` if the key cannot stand in a header, or the environment names a proxy
    ///   that cannot be used.
    public init(
        model: String,
        endpoint: Endpoint,
        apiKey: Secret?,
        service: HTTPService,
        timeout: Duration = .seconds(600)
    ) throws(EtudeError) {
        self.service = "anthropic \(endpoint.baseURL)"
        connection = BatchConnection(
            server: try ModelServer(
                endpoint: endpoint,
                apiKey: apiKey,
                keyHeader: .anthropic,
                fields: AnthropicModel.fields,
                service: service,
                timeout: timeout,
                name: model
            )
        )
        body = MessagesBody(model: model)
        reader = ReplyReader(model: model, secret: apiKey)
    }

    /// The body of a message.
    public func body(for request: ChatRequest) throws(ModelFailure) -> JSONValue {
        try body.json(for: request)
    }

    /// Nothing: requests travel with the creation.
    public func upload(_ requests: BatchRequests) async throws -> String? { nil }

    /// Creates a batch; the label goes nowhere, because there is no room for notes.
    public func create(_ requests: BatchRequests, file: String?, label: BatchLabel) async throws -> BatchStatus {
        let body = BatchBody(
            requests: requests,
            head: Array("{\"requests\":[".utf8),
            separator: UInt8(ascii: ","),
            tail: Array("]}".utf8)
        ) { ["custom_id": .string($0.customID), "params": $0.body] }
        let batch = try await connection.post(Self.path, contentType: "application/json", body: body)
        return try BatchStatus(anthropic: try known(batch))
    }

    /// Retrieves a batch.
    public func status(of id: String) async throws -> BatchStatus? {
        try await connection.call(.GET, "\(Self.path)/\(BatchName.checked(id))").map { try BatchStatus(anthropic: $0) }
    }

    /// Reads the results.
    ///
    /// They are asked at the address known from the pipeline file: the one that the reply names is not trusted with the key.
    public func results(
        of status: BatchStatus,
        receive: @escaping @Sendable (BatchResult) async throws -> Void
    ) async throws -> Bool {
        for batch in status.files {
            let isThere = try await connection.lines("\(Self.path)/\(BatchName.checked(batch))/results") {
                [reader] line in
                try await receive(BatchResult(anthropic: line, reader: reader))
            }
            guard isThere else { return false }
        }
        return true
    }

    /// Cancels a batch; requests under way are still answered.
    public func cancel(_ id: String) async throws -> BatchStatus? {
        try await connection.call(.POST, "\(Self.path)/\(BatchName.checked(id))/cancel")
            .map { try BatchStatus(anthropic: $0) }
    }

    /// Lists batches, newest first, page by page until they are too old.
    public func list(since seconds: Int) async throws -> [BatchStatus] {
        var found: [BatchStatus] = []
        var after = ""
        while true {
            let page = try known(try await connection.call(.GET, Self.path, query: "limit=\(Self.pageSize)\(after)"))
            let batches = try (page["data"]?.array ?? []).map { try BatchStatus(anthropic: $0) }
            found += batches.filter { $0.createdAt >= seconds }
            guard page["has_more"]?.bool == true, let last = batches.last, last.createdAt >= seconds else {
                return found
            }
            after = "&after_id=\(last.id)"
        }
    }

    private func known(_ json: JSONValue?) throws(ModelFailure) -> JSONValue {
        guard let json else {
            throw ModelFailure(.unknownModel, "\(connection.address)\(Self.path) does not exist.")
        }
        return json
    }
}
