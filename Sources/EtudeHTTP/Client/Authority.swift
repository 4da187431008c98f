/// The host and port of an address (RFC 3986, section 3.2, without a user).
struct Authority: Sendable, Hashable {
    /// The host in small letters, without the brackets of an IPv6 address.
    let host: String
    /// The port, if one is given.
    let port: Int?

    /// Reads `host`, `host:port` or `[address]:port`; nil where the host is missing or the port is no number.
    init?(_ text: some StringProtocol) {
        let isBracketed = text.hasPrefix("[")
        let end = isBracketed ? text.firstIndex(of: "]") : text.firstIndex(of: ":") ?? text.endIndex
        guard let end else { return nil }
        let host = text[..<end].dropFirst(isBracketed ? 1 : 0)
        let tail = text[end...].dropFirst(isBracketed ? 1 : 0)
        let port = tail.isEmpty ? nil : UInt16(tail.dropFirst())
        guard !host.isEmpty, tail.isEmpty || (tail.first == ":" && port != nil) else { return nil }
        self.host = host.lowercased()
        self.port = port.map(Int.init)
    }
}
