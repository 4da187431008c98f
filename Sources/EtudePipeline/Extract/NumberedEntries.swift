import EtudeCore

/// Reads a list of objects that are known by their numbers.
enum NumberedEntries {
    /// The objects by number.
    ///
    /// - Parameters:
    ///   - entries: the list.
    ///   - key: the key of the number.
    ///   - count: how many numbers there are, from 1.
    ///   - isLast: whether a list that is not whole is taken, the first of each number.
    /// - Returns: the objects; nil where the list is not whole and may be asked for again, or holds none.
    static func read(_ entries: [JSONValue], key: String, count: Int, _ isLast: Bool) -> [Int: JSONValue]? {
        var found: [Int: JSONValue] = [:]
        var isWhole = true
        for entry in entries {
            guard let number = number(entry[key]), (1...count).contains(number), found[number] == nil else {
                isWhole = false
                continue
            }
            found[number] = entry
        }
        guard isLast ? !found.isEmpty : isWhole && found.count == count else { return nil }
        return found
    }

    /// A whole number, be it written as a text.
    static func number(_ json: JSONValue?) -> Int? { json?.int ?? json?.string.flatMap { Int($0) } }
}
