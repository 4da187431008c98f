import ArgumentParser

/// A number of bytes as people write it: `1000`, `100MB`, `64MiB`.
struct ByteCount: ExpressibleByArgument, Sendable, Hashable {
    /// The number.
    let bytes: Int

    private static let units = [
        "": 1, "B": 1, "kB": 1000, "KB": 1000, "MB": 1_000_000, "GB": 1_000_000_000, "KiB": 1 << 10, "MiB": 1 << 20,
        "GiB": 1 << 30,
    ]

    /// Reads a whole number with a unit; nil for anything else, and for nothing or too much.
    init?(argument: String) {
        let digits = argument.prefix { ("0"..."9").contains($0) }
        guard let unit = Self.units[String(argument.dropFirst(digits.count))], let number = Int(digits) else {
            return nil
        }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: unit)
        guard !overflow, bytes > 0 else { return nil }
        self.bytes = bytes
    }
}
