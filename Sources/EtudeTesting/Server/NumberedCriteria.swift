/// The criteria that a judge's prompt lists by number.
public enum NumberedCriteria: Sendable {
    /// Their ids by number, from lines such as `2. topic: Pertains to sewing`.
    public static func ids(in prompt: String) -> [String: String] {
        var ids: [String: String] = [:]
        for line in prompt.split(separator: "\n") {
            let parts = line.split(separator: ". ", maxSplits: 1)
            guard parts.count == 2, Int(parts[0]) != nil, let end = parts[1].firstRange(of: ": ") else { continue }
            ids[String(parts[0])] = String(parts[1][..<end.lowerBound])
        }
        return ids
    }
}
