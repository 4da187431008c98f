public import EtudeCore

/// The address of a server, checked before anything is sent there.
public struct Endpoint: Sendable, Hashable {
    /// The base address without a slash at the end and without a query, such as `https://api.openai.com/v1`.
    public let baseURL: String
    /// `https` or `http`.
    let scheme: String
    /// The host in small letters, without the brackets of an IPv6 address.
    let host: String
    /// The port, given or implied.
    let port: Int
    /// What follows the path of every request, such as `api-version=2024-10-21`; empty in most cases.
    private let query: String

    /// Checks a base address.
    ///
    /// - Parameters:
    ///   - baseURL: `https://host[:port][/path]`, or `http://` for this machine; dated deployments of Azure also carry
    ///     `?api-version=…`, which goes behind the path of every request.
    ///   - allowsPlainHTTP: whether `http://` may lead to another machine, where anybody on the way can read the key.
    /// - Throws: ``EtudeError`` with code `config` for anything else.
    public init(_ baseURL: String, allowsPlainHTTP: Bool = false) throws(EtudeError) {
        let parts = baseURL.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let address = String(parts[0])
        query = parts.count > 1 ? String(parts[1]) : ""
        guard !baseURL.contains("@") else {
            throw EtudeError(.config, "The base_url holds a user name or password; put the key into api_key.")
        }
        guard let slashes = address.firstRange(of: "://"),
            case let scheme = address[..<slashes.lowerBound].lowercased(), ["http", "https"].contains(scheme)
        else { throw Self.wrong(address, "does not start with https:// or http://") }
        guard parts.count == 1 || Self.isVersion(query) else {
            throw Self.wrong(address, "holds a query, and none but ?api-version=… is understood")
        }
        guard address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") }) else {
            throw Self.wrong(address, "holds a blank, a fragment, or a character that is not ASCII")
        }
        guard let authority = Authority(address[slashes.upperBound...].prefix { $0 != "/" }) else {
            throw Self.wrong(address, "names no host, or a port that is no number")
        }
        self.scheme = scheme
        host = authority.host
        port = authority.port ?? (scheme == "https" ? 443 : 80)
        self.baseURL = String(address.dropLast(address.reversed().prefix { $0 == "/" }.count))
        guard scheme == "https" || allowsPlainHTTP || isLoopback else {
            throw EtudeError(
                .config,
                "The base_url \(address) would send prompts and key in the clear to another machine; use https://."
            )
        }
    }

    /// The address of a path below the base, with the query of the base and one more.
    func address(_ path: String, query more: String = "") -> String {
        let query = [query, more].filter { !$0.isEmpty }.joined(separator: "&")
        return baseURL + path + (query.isEmpty ? "" : "?\(query)")
    }

    /// Whether the host is this machine.
    var isLoopback: Bool {
        host == "localhost" || host == "::1" || IPv4Address(host)?.octets[0] == 127
    }

    private static func isVersion(_ query: String) -> Bool {
        let name = "api-version="
        let value = query.dropFirst(name.count)
        return query.hasPrefix(name) && !value.isEmpty
            && value.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }
    }

    private static func wrong(_ address: String, _ what: String) -> EtudeError {
        EtudeError(.config, "The base_url \"\(address)\" \(what); it should look like https://api.openai.com/v1.")
    }
}
