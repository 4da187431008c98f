/// One entry of `no_proxy`: servers that are reached directly.
enum ProxyException: Sendable, Hashable {
    /// Every server.
    case all
    /// A host and all hosts below it, at one port or at any.
    case domain(String, port: Int?)
    /// The addresses that share the leading bits of one.
    case network(IPv4Address, bits: Int, port: Int?)

    /// Reads `*`, `host`, `.suffix`, `*.suffix`, an IPv4 address or `address/bits`, each also with `:port`.
    init?(_ entry: some StringProtocol) {
        guard entry != "*" else {
            self = .all
            return
        }
        let parts = entry.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let address = IPv4Address(parts[0]), let bits = Int(parts[1]), (0...32).contains(bits) else {
                return nil
            }
            self = .network(address, bits: bits, port: nil)
            return
        }
        guard let authority = Authority(entry) ?? Authority("[\(entry)]") else { return nil }
        if let address = IPv4Address(authority.host) {
            self = .network(address, bits: 32, port: authority.port)
            return
        }
        let host = authority.host.drop { $0 == "*" }.drop { $0 == "." }
        guard !host.isEmpty else { return nil }
        self = .domain(String(host), port: authority.port)
    }

    /// Whether the entry means a server.
    func covers(_ endpoint: Endpoint) -> Bool {
        switch self {
        case .all: true
        case .domain(let name, let port):
            (endpoint.host == name || (endpoint.host.hasSuffix("." + name) && IPv4Address(endpoint.host) == nil))
                && (port ?? endpoint.port) == endpoint.port
        case .network(let network, let bits, let port):
            IPv4Address(endpoint.host)?.matches(network, bits: bits) ?? false
                && (port ?? endpoint.port) == endpoint.port
        }
    }
}
