/// Where in the user's files something stands.
public struct Place: Sendable, Hashable, CustomStringConvertible {
    /// The file as the user wrote it.
    public var file: String
    /// The line, from 1, where it is known.
    public var line: Int?
    /// The path of the key, such as `splits.train.k`, where there is one.
    public var key: String?

    /// A place in a file.
    public init(file: String, line: Int? = nil, key: String? = nil) {
        self.file = file
        self.line = line
        self.key = key
    }

    /// For example ``pipeline.yaml:12: `splits.train.k` ``.
    public var description: String {
        var text = file
        if let line { text += ":\(line)" }
        if let key { text += ": `\(key)`" }
        return text
    }
}
