import EtudeCore
import EtudeIngest

/// What `refresh` adds.
public struct RefreshSpec: Sendable {
    /// The rows that each refresh adds, by split and k.
    public var grow: [String: [Int: Int]] = [:]
    /// Whether rows that a changed filter refuses are replaced; otherwise they stop the refresh.
    public var renews = false

    init(_ reader: YAMLReader?, splits: [SplitSpec]) throws(EtudeError) {
        guard var reader else { return }
        renews = try reader.bool("renew") ?? false
        if var growth = try reader.reader("grow") {
            for name in growth.keys {
                guard let split = splits.first(where: { $0.name == name }) else {
                    throw growth.failure(name, "There is no split \"\(name)\"; name one of `splits`.")
                }
                guard var cells = try growth.reader(name) else { continue }
                for key in cells.keys {
                    guard let k = Int(key), split.rows.contains(where: { $0.k == k }) else {
                        throw cells.failure(key, "The split \(name) has no k of \"\(key)\"; name one that it has.")
                    }
                    guard let rows = try cells.int(key), rows >= 0 else {
                        throw cells.failure(key, "How many rows each refresh adds is expected here, 0 or more.")
                    }
                    grow[name, default: [:]][k] = rows
                }
            }
        }
        try reader.refuseUnknownKeys()
    }
}
