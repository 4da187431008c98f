/// A name in snake_case as a model lists it, perhaps with a number or bullet before it and marks around it.
struct SnakeCaseName {
    /// The words, parted by blanks.
    let name: String
    /// Whether an underscore stood in it.
    let isSnakeCase: Bool

    /// The name of a line; nil where the line holds anything else.
    init?(_ line: some StringProtocol) {
        let marks = Set("`*\"'“”‘’")
        var rest = Substring(Spelling.trimmed(line))
        if let first = rest.first, "-*•–".contains(first), rest.dropFirst().first == " " { rest = rest.dropFirst(2) }
        let digits = rest.prefix(while: \.isNumber)
        let behind = rest[digits.endIndex...]
        if !digits.isEmpty, let sign = behind.first, ".):".contains(sign) {
            rest = behind.dropFirst().drop(while: \.isWhitespace)
        }
        rest = rest.drop(while: marks.contains)
        while let last = rest.last, marks.contains(last) || ",;.:".contains(last) { rest.removeLast() }
        let isName = rest.allSatisfy { $0.isLetter || $0.isNumber || "_-'’&/+".contains($0) }
        guard isName, rest.contains(where: \.isLetter) else { return nil }
        isSnakeCase = rest.contains("_")
        name = rest.split(separator: "_").joined(separator: " ")
    }
}
