/// An address of four numbers, such as `127.0.0.1`.
struct IPv4Address: Sendable, Hashable {
    /// The four numbers.
    let octets: [UInt8]

    /// Reads four decimal numbers with dots between them; nil for any other text.
    init?(_ text: some StringProtocol) {
        let octets = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        guard octets.count == 4, !octets.contains(nil) else { return nil }
        self.octets = octets.compactMap(\.self)
    }

    /// Whether the leading bits are those of another address.
    func matches(_ other: IPv4Address, bits: Int) -> Bool {
        number >> (32 - bits) == other.number >> (32 - bits)
    }

    private var number: UInt64 { octets.reduce(0) { $0 << 8 | UInt64($1) } }
}
