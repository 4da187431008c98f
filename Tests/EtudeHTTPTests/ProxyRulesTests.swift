import EtudeCore
import EtudeModel
import Testing

@testable import EtudeHTTP

@Suite struct ProxyRulesTests {
    private func proxy(_ environment: [String: String], _ address: String) throws -> Proxy? {
        try ProxyRules(environment: environment).proxy(for: try Endpoint(address, allowsPlainHTTP: true))
    }

    @Test(
        arguments: [
            (["https_proxy": "http://p:1"], "https://host/v1", "p:1"),
            (["HTTPS_PROXY": "http://p:1"], "https://host/v1", "p:1"),
            (["https_proxy": "http://p:1", "HTTPS_PROXY": "http://q:1"], "https://host/v1", "p:1"),
            (["https_proxy": "http://p:1"], "http://host/v1", nil),
            (["http_proxy": "http://p:1"], "http://host/v1", "p:1"),
            (["http_proxy": "http://p:1"], "https://host/v1", nil),
            (["HTTP_PROXY": "http://p:1"], "http://host/v1", nil),
            (["all_proxy": "p:1"], "https://host/v1", "p:1"), (["ALL_PROXY": "p:1"], "http://host/v1", "p:1"),
            (["all_proxy": "p:1", "https_proxy": "q:2"], "https://host/v1", "q:2"),
            (["https_proxy": "", "all_proxy": "p:1"], "https://host/v1", "p:1"),
            (["https_proxy": ""], "https://host/v1", nil),
            (["https_proxy": "p"], "https://host/v1", "p:1080"),
            (["all_proxy": "socks5://p"], "https://host/v1", "p:1080"),
            (["all_proxy": "socks5h://p:9/"], "https://host/v1", "p:9"),
            (["all_proxy": "http://[::1]:9"], "https://host/v1", "::1:9"),
            (["all_proxy": "p:1"], "http://localhost:8000/v1", nil),
            (["all_proxy": "p:1"], "https://127.0.0.1/v1", nil),
            (["all_proxy": "p:1"], "https://127.9.9.9/v1", nil), (["all_proxy": "p:1"], "http://[::1]:8000/v1", nil),
            ([:], "https://host/v1", nil),
        ] as [([String: String], String, String?)]
    )
    func `The environment says which proxy leads to a server`(
        environment: [String: String],
        address: String,
        place: String?
    ) throws {
        #expect(try proxy(environment, address).map { "\($0.host):\($0.port)" } == place)
    }

    @Test(
        arguments: [
            ("*", "https://any.example.org/v1", true), ("example.org", "https://example.org/v1", true),
            ("example.org", "https://api.example.org/v1", true), ("example.org", "https://badexample.org/v1", false),
            (".example.org", "https://api.example.org/v1", true), (".example.org", "https://example.org/v1", true),
            ("*.example.org", "https://a.b.example.org/v1", true), ("EXAMPLE.org", "https://Example.ORG/v1", true),
            ("api.example.org", "https://example.org/v1", false),
            ("other.org, example.org", "https://example.org/v1", true),
            ("other.org example.org", "https://example.org/v1", true),
            ("example.org:8443", "https://example.org:8443/v1", true),
            ("example.org:8443", "https://example.org/v1", false),
            ("example.org:443", "https://example.org/v1", true), ("10.0.0.1", "http://10.0.0.1:8000/v1", true),
            ("10.0.0.1:8000", "http://10.0.0.1:8000/v1", true), ("10.0.0.1:8000", "http://10.0.0.1/v1", false),
            ("0.0.1", "http://10.0.0.1/v1", false), ("10.0.0.0/8", "http://10.9.8.7/v1", true),
            ("10.0.0.0/8", "http://11.0.0.1/v1", false), ("0.0.0.0/0", "http://11.0.0.1/v1", true),
            ("10.0.0.0/33", "http://10.0.0.1/v1", false), ("10.0.0.0/8", "http://example.org/v1", false),
            ("2001:db8::1", "http://[2001:db8::1]/v1", true), ("[2001:db8::1]:80", "http://[2001:db8::1]/v1", true),
            (",, ,", "https://example.org/v1", false), (".", "https://example.org/v1", false),
        ] as [(String, String, Bool)]
    )
    func `Servers that no_proxy names are reached directly`(list: String, address: String, isDirect: Bool) throws {
        for variable in ["no_proxy", "NO_PROXY"] {
            #expect(try (proxy(["all_proxy": "p:1", variable: list], address) == nil) == isDirect)
        }
    }

    @Test func `User name and password are taken out of the address, escapes undone`() throws {
        let proxy = try #require(try proxy(["https_proxy": "http://me%40work:p%3Aw%2f@p:1"], "https://host/v1"))
        #expect(proxy.user == "me@work")
        #expect(proxy.password.value == "p:w/")
        #expect(proxy.host == "p")
        let userOnly = try Proxy("http://me@p:1", from: "https_proxy")
        #expect(userOnly.user == "me")
        #expect(userOnly.password.value.isEmpty)
    }

    @Test(arguments: [
        ("https://me:secret@p:1", "http://"), ("ftp://me:secret@p", "http://"), ("http://me:secret@", "no host"),
        ("http://me:secret@p:port", "port"), ("http://me:%secret@p:1", "%"), ("socks5://me:secret@p:1", "SOCKS"),
    ])
    func `An address that is none is refused when it is needed, and never shown`(text: String, part: String) throws {
        let environment = ["https_proxy": text]
        let error = try #require(throws: EtudeError.self) { try proxy(environment, "https://host/v1") }
        #expect(error.code == .config)
        #expect(error.message.contains("https_proxy"))
        #expect(error.message.contains(part), "\(error.message)")
        #expect(!error.message.contains("secret"))
        #expect(!String(reflecting: ProxyRules(environment: environment)).contains("secret"))
        #expect(try proxy(environment, "http://127.0.0.1/v1") == nil)
    }
}
