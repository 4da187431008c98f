/// Where an entry was first taken from, as a text.
public struct EntryOrigin: Sendable, Hashable {
    /// What the entry was part of: the file without the line, or the address without its last part; with the note on how it was
    /// fetched, where there is one.
    public let whole: String

    /// Reads an origin such as `skills.csv:12, retrieved on Monday`, or `https://example.org/scheme#concept`.
    public init(_ text: String) {
        let end = text.firstRange(of: ", retrieved ")?.lowerBound ?? text.endIndex
        let (start, rest) = (text[..<end], text[end...])
        if start.contains("://"), let last = start.lastIndex(where: { "#/".contains($0) }) {
            whole = String(start[...last]) + rest
        } else if let colon = start.lastIndex(of: ":"), Int(start[start.index(after: colon)...]) != nil {
            whole = String(start[..<colon]) + rest
        } else {
            whole = text
        }
    }
}
