public import EtudeCore
public import EtudeModel
import NIOHTTP1

/// Batches of chat completions by the Files and Batches of OpenAI, or of a server that speaks like it.
public struct OpenAIBatches: BatchProvider {
    /// Where each request would go if it were sent alone.
    private static let path = "/v1/chat/completions"
    /// Batches on one page of a list.
    private static let pageSize = 100
    /// Seconds after which the provider may forget the requests.
    private static let fileLifetime = 30 * 86_400

    /// The kind of provider and its address.
    public let service: String
    /// 50,000 requests and 200 MB a file.
    public let limits = BatchLimits(requests: 50_000, bytes: 200_000_000)
    private let connection: BatchConnection
    private let body: CompletionBody
    private let reader: ReplyReader<Completion>

    /// The batches of a server.
    ///
    /// - Parameters:
    ///   - model: the model's name on the server.
    ///   - endpoint: the server's address.
    ///   - apiKey: the key, if the server wants one.
    ///   - service: the connections of the run.
    ///   - timeout: the longest time that a call may take that transfers no requests or results.
    ///   - capabilities: what the server understands.
    /// - Throws: ``EtudeError`` with code `config` if the key cannot stand in a header, or the environment names a proxy
    ///   that cannot be used.
    public init(
        model: String,
        endpoint: Endpoint,
        apiKey: Secret?,
        service: HTTPService,
        timeout: Duration = .seconds(600),
        capabilities: OpenAIModel.Capabilities = OpenAIModel.Capabilities()
    ) throws(EtudeError) {
        self.service = "openai \(endpoint.baseURL)"
        connection = BatchConnection(
            server: try ModelServer(
                endpoint: endpoint,
                apiKey: apiKey,
                keyHeader: capabilities.profile.keyHeader,
                service: service,
                timeout: timeout,
                name: model
            )
        )
        body = CompletionBody(model: model, capabilities: capabilities)
        reader = ReplyReader(model: model, secret: apiKey)
    }

    /// The body of a chat completion.
    public func body(for request: ChatRequest) throws(ModelFailure) -> JSONValue {
        try body.json(for: request)
    }

    /// Uploads the requests as a file of JSON Lines.
    public func upload(_ requests: BatchRequests) async throws -> String? {
        let boundary = "etude-\(requests.digest)"
        let fields = [
            ("purpose", "batch"), ("expires_after[anchor]", "created_at"),
            ("expires_after[seconds]", "\(Self.fileLifetime)"),
        ]
        var head = fields.map { name, value in
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        .joined()
        head += "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"requests.jsonl\"\r\n"
        head += "Content-Type: application/jsonl\r\n\r\n"
        let body = BatchBody(
            requests: requests,
            head: Array(head.utf8),
            separator: UInt8(ascii: "\n"),
            tail: Array("\n\r\n--\(boundary)--\r\n".utf8)
        ) { request in
            [
                "custom_id": .string(request.customID), "method": "POST", "url": .string(Self.path),
                "body": request.body,
            ]
        }
        let type = "multipart/form-data; boundary=\(boundary)"
        let file = try known(try await connection.post("/files", contentType: type, body: body), "/files")
        return try BatchName.checked(file["id"]?.string)
    }

    /// Creates a batch from an uploaded file, the label in its metadata.
    public func create(_ requests: BatchRequests, file: String?, label: BatchLabel) async throws -> BatchStatus {
        let order: JSONValue = [
            "input_file_id": .string(file ?? ""), "endpoint": .string(Self.path), "completion_window": "24h",
            "metadata": .object(label.metadata.map { JSONMember($0.key, .string($0.value)) }),
        ]
        let batch = try await connection.call(.POST, "/batches", json: order)
        return try BatchStatus(openAI: try known(batch, "/batches"))
    }

    /// Retrieves a batch.
    public func status(of id: String) async throws -> BatchStatus? {
        try await connection.call(.GET, "/batches/\(BatchName.checked(id))").map { try BatchStatus(openAI: $0) }
    }

    /// Reads the output file, and then the error file.
    public func results(
        of status: BatchStatus,
        receive: @escaping @Sendable (BatchResult) async throws -> Void
    ) async throws -> Bool {
        for file in status.files {
            let isThere = try await connection.lines("/files/\(BatchName.checked(file))/content") { [reader] line in
                try await receive(BatchResult(openAI: line, reader: reader))
            }
            guard isThere else { return false }
        }
        return true
    }

    /// Cancels a batch, which takes up to ten minutes.
    public func cancel(_ id: String) async throws -> BatchStatus? {
        try await connection.call(.POST, "/batches/\(BatchName.checked(id))/cancel")
            .map { try BatchStatus(openAI: $0) }
    }

    /// Lists batches, newest first, page by page until they are too old.
    public func list(since seconds: Int) async throws -> [BatchStatus] {
        var found: [BatchStatus] = []
        var after = ""
        while true {
            let query = "limit=\(Self.pageSize)\(after)"
            let page = try known(try await connection.call(.GET, "/batches", query: query), "/batches")
            let batches = try (page["data"]?.array ?? []).map { try BatchStatus(openAI: $0) }
            found += batches.filter { $0.createdAt >= seconds }
            guard page["has_more"]?.bool == true, let last = batches.last, last.createdAt >= seconds else {
                return found
            }
            after = "&after=\(last.id)"
        }
    }

    private func known(_ json: JSONValue?, _ path: String) throws(ModelFailure) -> JSONValue {
        guard let json else {
            throw ModelFailure(
                .unknownModel,
                "\(connection.address)\(path) does not exist, or not what it names."
            )
        }
        return json
    }
}
