/// Copies lines of a batch, neighbours at one stroke.
struct LineRun {
    private var copied: [UInt8] = []
    private var run = 0..<0

    /// Adds a line, which stands behind those before it.
    mutating func add(_ range: Range<Int>, of bytes: [UInt8]) {
        if run.upperBound + 1 == range.lowerBound, !run.isEmpty {
            run = run.lowerBound..<range.upperBound
        } else {
            copy(bytes)
            run = range
        }
    }

    /// All lines, each with a line feed.
    mutating func finished(_ bytes: [UInt8]) -> [UInt8] {
        copy(bytes)
        return copied
    }

    private mutating func copy(_ bytes: [UInt8]) {
        guard !run.isEmpty else { return copied.reserveCapacity(bytes.count) }
        copied += bytes[run]
        copied.append(0x0A)
    }
}
