import EtudeCore
import EtudeModel

/// A server that passes connections on.
struct Proxy: Sendable, Hashable {
    /// How it is asked for a connection.
    enum Kind: Sendable, Hashable {
        /// `CONNECT` (RFC 9110, section 9.3.6), with `https://` and `http://` behind it alike.
        case http
        /// SOCKS 5 (RFC 1928), which resolves the name of the host itself.
        case socks
    }

    /// How it is asked.
    let kind: Kind
    /// Its host.
    let host: String
    /// Its port.
    let port: Int
    /// The user name that it wants; nil where it wants none.
    let user: String?
    /// The password to the user name.
    let password: Secret

    /// Reads an address as the environment holds it: `[scheme://][user:password@]host[:port]`.
    ///
    /// - Parameters:
    ///   - text: the address; the scheme is `http`, `socks5` or `socks5h`, the port 1080 where none is given, as curl has
    ///     it.
    ///   - variable: the variable that holds it, for a person.
    /// - Throws: ``EtudeError`` with code `config` for any other address, without repeating it.
    init(_ text: String, from variable: String) throws(EtudeError) {
        let scheme = text.firstRange(of: "://")
        let rest = scheme.map { text[$0.upperBound...] } ?? text[...]
        switch scheme.map({ text[..<$0.lowerBound].lowercased() }) ?? "http" {
        case "http": kind = .http
        case "socks5", "socks5h": kind = .socks
        default: throw Self.wrong(variable, "is neither an http:// nor a socks5:// address")
        }
        let place = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let at = place.lastIndex(of: "@")
        guard let authority = Authority(at.map { place[$0...].dropFirst() } ?? place) else {
            throw Self.wrong(variable, "names no host, or a port that is no number")
        }
        (host, port) = (authority.host, authority.port ?? 1080)
        let login = at.map { place[..<$0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false) }
        guard login == nil || kind == .http else {
            throw Self.wrong(variable, "holds a user name, which is not supported for SOCKS")
        }
        guard let decoded = login?.map({ PercentCoding.decode($0) }) else {
            (user, password) = (nil, Secret(""))
            return
        }
        guard !decoded.contains(nil) else {
            throw Self.wrong(variable, "holds a user name or password with a % that begins no escape")
        }
        user = decoded[0]
        password = Secret(decoded.count > 1 ? decoded[1] ?? "" : "")
    }

    private static func wrong(_ variable: String, _ what: String) -> EtudeError {
        EtudeError(
            .config,
            "The environment variable \(variable) \(what); it should look like http://proxy.example.org:3128."
        )
    }
}
