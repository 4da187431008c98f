import EtudeCore
import EtudeModel
import EtudeTesting
import Testing

@testable import EtudeHTTP

/// Batch objects and lines of results as they have been seen, one by one.
@Suite struct BatchReadingTests {
    private let completions = ReplyReader<Completion>(model: "test", secret: Secret("sk-1"))
    private let messages = ReplyReader<MessagesReply>(model: "test", secret: Secret("sk-1"))

    @Test(arguments: [
        ("validating", BatchStatus.Phase.open), ("in_progress", .open), ("finalizing", .open), ("cancelling", .open),
        ("something_new", .open), ("failed", .failed), ("completed", .finished), ("expired", .finished),
        ("cancelled", .finished),
    ])
    func `Each state of OpenAI has its phase`(word: String, phase: BatchStatus.Phase) throws {
        let status = try BatchStatus(openAI: ["id": "batch_1", "status": .string(word), "created_at": 5])
        #expect(status.phase == phase)
        #expect(status.word == word)
    }

    @Test(
        arguments: [
            (JSONValue.null, JSONValue.string(""), []), (.null, "file-err", ["file-err"]),
            ("file-out", .null, ["file-out"]), ("file-out", "file-err", ["file-out", "file-err"]),
        ] as [(JSONValue, JSONValue, [String])]
    )
    func `Files of results may be missing in either way`(output: JSONValue, errors: JSONValue, files: [String]) throws {
        let status = try BatchStatus(openAI: [
            "id": "batch_1", "status": "completed", "output_file_id": output, "error_file_id": errors,
        ])
        #expect(status.files == files)
    }

    @Test func `The problems of a failed batch are read`() throws {
        let data: JSONValue = [
            ["code": "token_limit_exceeded", "message": "Enqueued token limit reached.", "line": .null]
        ]
        let status = try BatchStatus(openAI: ["id": "batch_1", "status": "failed", "errors": ["data": data]])
        #expect(status.problems.map(\.message) == ["Enqueued token limit reached."])
        #expect(status.problems.map(\.passes) == [true])
    }

    @Test(arguments: ["", "../files", "a/b", "a?b", ".", "batch 1"])
    func `A name that could lead elsewhere is refused`(name: String) {
        #expect(throws: ModelFailure.self) { try BatchStatus(openAI: ["id": .string(name), "status": "completed"]) }
        #expect(throws: ModelFailure.self) { try BatchStatus(anthropic: ["id": .string(name)]) }
    }

    @Test(arguments: [
        ("in_progress", BatchStatus.Phase.open), ("canceling", .open), ("something_new", .open), ("ended", .finished),
    ])
    func `Each state of Anthropic has its phase`(word: String, phase: BatchStatus.Phase) throws {
        let status = try BatchStatus(anthropic: [
            "id": "msgbatch_1", "processing_status": .string(word), "created_at": "2024-08-20T18:37:24.100435Z",
            "results_url": "https://elsewhere.example/steal",
            "request_counts": ["processing": 1, "succeeded": 2, "errored": 3, "canceled": 4, "expired": 5],
        ])
        #expect(status.phase == phase)
        #expect(status.total == 15)
        #expect(status.createdAt == 1_724_179_044)
        #expect(status.files == ["msgbatch_1"])
        #expect(status.metadata == nil)
    }

    @Test(arguments: [
        (
            #"{"custom_id":"a","response":{"status_code":429,"body":{"error":{"message":"Slow."}}},"error":null}"#,
            "rate_limited"
        ),
        (
            #"{"custom_id":"a","response":{"status_code":400,"body":{"error":{"message":"Long."}}},"error":null}"#,
            "bad_request"
        ),
        (#"{"custom_id":"a","response":{"status_code":200,"body":{"id":"x"}},"error":null}"#, "invalid_body"),
        (#"{"custom_id":"a","response":null,"error":{"code":"server_error","message":"Oh."}}"#, "server"),
        (#"{"custom_id":"a","response":null,"error":{"code":"insufficient_quota","message":"No."}}"#, "quota"),
        (#"{"custom_id":"a","response":null,"error":null}"#, "server"),
        (#"{"custom_id":"a","response":null,"error":{"code":"batch_expired","message":"Late."}}"#, nil),
        (#"{"custom_id":"a","response":null,"error":{"code":"batch_cancelled","message":"Late."}}"#, nil),
    ])
    func `A line of OpenAI without an answer says why`(line: String, kind: String?) throws {
        let result = BatchResult(openAI: try JSONParser.parse(line), reader: completions)
        #expect(result.customID == "a")
        #expect(kindName(result) == kind)
    }

    @Test(arguments: [
        (
            #"{"type":"errored","error":{"type":"error","error":{"type":"invalid_request_error","message":"x"}}}"#,
            "bad_request"
        ),
        (
            #"{"type":"errored","error":{"type":"error","error":{"type":"overloaded_error","message":"x"}}}"#,
            "overloaded"
        ),
        (#"{"type":"errored","error":{"type":"error","error":{"type":"billing_error","message":"x"}}}"#, "quota"),
        (#"{"type":"errored","error":{"type":"error","error":{"type":"api_error","message":"x"}}}"#, "server"),
        (#"{"type":"succeeded","message":{"id":"x"}}"#, "invalid_body"),
        (#"{"type":"canceled"}"#, nil), (#"{"type":"expired"}"#, nil), (#"{"type":"something_new"}"#, nil),
    ])
    func `A line of Anthropic without an answer says why`(result: String, kind: String?) throws {
        let line: JSONValue = ["custom_id": "a", "result": try JSONParser.parse(result)]
        #expect(kindName(BatchResult(anthropic: line, reader: messages)) == kind)
    }

    @Test func `A line that is no JSON belongs to no request`() {
        #expect(BatchResult(openAI: nil, reader: completions).customID.isEmpty)
        #expect(BatchResult(anthropic: nil, reader: messages).customID.isEmpty)
    }

    @Test(arguments: [[12], [1, 11], [4, 4, 4], [5, 0, 7], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]])
    func `Lines are the same however the bytes come`(sizes: [Int]) throws {
        var rest = Array("one\n\ntwo\nend".utf8)[...]
        var splitter = LineSplitter()
        var lines: [[UInt8]] = []
        for size in sizes {
            lines += try splitter.add(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        lines += splitter.finish().map { [$0] } ?? []
        #expect(lines.map { String(decoding: $0, as: UTF8.self) } == ["one", "two", "end"])
        #expect(splitter.finish() == nil)
    }

    private func kindName(_ result: BatchResult) -> String? {
        switch result.outcome {
        case .answer: "answer"
        case .failure(let failure): failure.kind.rawValue
        case .unanswered: nil
        }
    }
}
