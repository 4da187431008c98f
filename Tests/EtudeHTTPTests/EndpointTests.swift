import EtudeCore
import Testing

@testable import EtudeHTTP

@Suite struct EndpointTests {
    @Test(arguments: [
        ("https://api.openai.com/v1", "https://api.openai.com/v1"), ("https://host:8443/v1//", "https://host:8443/v1"),
        ("http://localhost:11434/v1", "http://localhost:11434/v1"), ("http://127.8.9.1/v1/", "http://127.8.9.1/v1"),
        ("http://[::1]:8000/v1", "http://[::1]:8000/v1"), ("HTTPS://Host", "HTTPS://Host"),
    ])
    func `A base address is taken without its last slash`(text: String, baseURL: String) throws {
        #expect(try Endpoint(text).baseURL == baseURL)
    }

    @Test(arguments: [
        ("api.openai.com/v1", "https://"), ("ftp://host/v1", "https://"), ("https://", "host"), ("https:///v1", "host"),
        ("https://host:port/v1", "port"), ("https://host:99999/v1", "port"), ("https://[::1/v1", "host"),
        ("https://me:sk-1@host/v1", "api_key"), ("https://host/v1?key=sk-1", "query"),
        ("https://host/v1?api-version=", "query"), ("https://host/v1?api-version=1&key=sk-1", "query"),
        ("https://host/v 1", "blank"),
        ("https://hóst/v1", "ASCII"), ("http://example.org/v1", "in the clear"), ("http://10.0.0.1/v1", "in the clear"),
        ("http://127.0.0.1.example.org/v1", "in the clear"), ("http://127.1/v1", "in the clear"),
        ("http://localhost.example.org/v1", "in the clear"),
    ])
    func `A wrong or unsafe base address is refused`(text: String, part: String) throws {
        let error = try #require(throws: EtudeError.self) { try Endpoint(text) }
        #expect(error.code == .config)
        #expect(error.message.contains(part), "\(error.message)")
        #expect(!error.message.contains("sk-1"))
    }

    @Test func `Plain HTTP to another machine can be allowed`() throws {
        #expect(try Endpoint("http://10.0.0.1/v1", allowsPlainHTTP: true).baseURL == "http://10.0.0.1/v1")
    }

    @Test func `The version of a dated deployment goes behind every path`() throws {
        let endpoint = try Endpoint("https://r.openai.azure.com/openai/deployments/d/?api-version=2024-10-21-preview")
        #expect(endpoint.baseURL == "https://r.openai.azure.com/openai/deployments/d")
        #expect(
            endpoint.address("/chat/completions")
                == "https://r.openai.azure.com/openai/deployments/d/chat/completions?api-version=2024-10-21-preview"
        )
        #expect(
            try Endpoint("https://host/v1").address("/models", query: "limit=9") == "https://host/v1/models?limit=9"
        )
    }
}
