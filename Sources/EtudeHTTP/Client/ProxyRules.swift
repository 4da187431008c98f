import EtudeCore
import EtudeModel
import Foundation

/// Which proxy leads to which server, as the environment says in the variables that curl reads.
///
/// `https_proxy` or `HTTPS_PROXY` is for `https://`, `http_proxy` for `http://` (in small letters only, because a CGI
/// server sets `HTTP_PROXY` from a request's header), `all_proxy` or `ALL_PROXY` for both; `no_proxy` or `NO_PROXY` lists
/// the hosts that are reached directly. This machine always is. An empty variable counts as none.
public struct ProxyRules: Sendable, Hashable {
    /// The address of a proxy, which may hold a password, and the variable that it comes from.
    private struct Source: Sendable, Hashable {
        let variable: String
        let address: Secret
    }

    /// Every server is reached directly.
    public static let none = ProxyRules(environment: [:])

    private let secure: Source?
    private let plain: Source?
    private let exceptions: [ProxyException]

    /// The rules of an environment; addresses are not read before one is needed.
    ///
    /// - Parameter environment: the variables by name.
    public init(environment: [String: String]) {
        func first(_ names: String...) -> Source? {
            names.lazy.compactMap { name in
                environment[name].flatMap { $0.isEmpty ? nil : Source(variable: name, address: Secret($0)) }
            }.first
        }
        secure = first("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
        plain = first("http_proxy", "all_proxy", "ALL_PROXY")
        let list = first("no_proxy", "NO_PROXY")?.address.value ?? ""
        exceptions = list.split { $0 == "," || $0.isWhitespace }.compactMap { ProxyException($0) }
    }

    /// The rules of this process's environment.
    public static func ofProcess() -> ProxyRules {
        ProxyRules(environment: ProcessInfo.processInfo.environment)
    }

    /// The proxy that leads to a server; nil if it is reached directly.
    ///
    /// - Parameter endpoint: the server.
    /// - Returns: the proxy.
    /// - Throws: ``EtudeError`` with code `config` if the variable that counts holds no address of a proxy.
    func proxy(for endpoint: Endpoint) throws(EtudeError) -> Proxy? {
        guard let source = endpoint.scheme == "https" ? secure : plain, !endpoint.isLoopback,
            !exceptions.contains(where: { $0.covers(endpoint) })
        else { return nil }
        return try Proxy(source.address.value, from: source.variable)
    }
}
