public import EtudeCore

/// The address of a server, checked before anything is sent there.
public struct Endpoint: Sendable, Hashable {
    /// The base address without a slash at the end, such as `https://api.openai.com/v1`.
    public let baseURL: String

    /// Checks a base address.
    ///
    /// - Parameters:
    ///   - baseURL: `https://host[:port][/path]`, or `http://` for this machine.
    ///   - allowsPlainHTTP: whether `http://` may lead to another machine, where anybody on the way can read the key.
    /// - Throws: ``EtudeError`` with code `config` for anything else.
    public init(_ baseURL: String, allowsPlainHTTP: Bool = false) throws(EtudeError) {
        let parts = baseURL.firstRange(of: "://").map {
            (scheme: baseURL[..<$0.lowerBound].lowercased(), rest: baseURL[$0.upperBound...])
        }
        guard let parts, ["http", "https"].contains(parts.scheme) else {
            throw Self.wrong(baseURL, "does not start with https:// or http://")
        }
        let authority = parts.rest.prefix { $0 != "/" }
        guard !baseURL.contains("@") else {
            throw EtudeError(.config, "The base_url holds a user name or password; put the key into api_key.")
        }
        guard parts.rest.allSatisfy({ $0.isASCII && $0 > " " && $0 != "?" && $0 != "#" && $0 != "\u{7F}" }) else {
            throw Self.wrong(baseURL, "holds a blank, a query or a fragment, or a character that is not ASCII")
        }
        guard let host = Self.host(authority) else {
            throw Self.wrong(baseURL, "names no host, or a port that is no number")
        }
        guard parts.scheme == "https" || allowsPlainHTTP || Self.isLoopback(host) else {
            throw EtudeError(
                .config,
                "The base_url \(baseURL) would send prompts and key in the clear to another machine; use https://."
            )
        }
        let slashes = baseURL.reversed().prefix { $0 == "/" }.count
        self.baseURL = String(baseURL.dropLast(slashes))
    }

    /// The host of an authority, its port checked; nil if either is missing or malformed.
    private static func host(_ authority: Substring) -> String? {
        let isBracketed = authority.hasPrefix("[")
        let end = isBracketed ? authority.firstIndex(of: "]") : authority.firstIndex(of: ":") ?? authority.endIndex
        guard let end else { return nil }
        let host = authority[..<end].dropFirst(isBracketed ? 1 : 0)
        let tail = authority[end...].dropFirst(isBracketed ? 1 : 0)
        guard !host.isEmpty, tail.isEmpty || (tail.first == ":" && UInt16(tail.dropFirst()) != nil) else { return nil }
        return host.lowercased()
    }

    private static func isLoopback(_ host: String) -> Bool {
        let bytes = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return host == "localhost" || host == "::1" || (bytes.count == 4 && bytes[0] == 127 && !bytes.contains(nil))
    }

    private static func wrong(_ address: String, _ what: String) -> EtudeError {
        EtudeError(.config, "The base_url \"\(address)\" \(what); it should look like https://api.openai.com/v1.")
    }
}
