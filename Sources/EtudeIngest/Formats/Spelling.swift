/// Mends the blanks of names as people type them.
enum Spelling {
    /// The text less the blanks around it, each run of blanks within made one, and none inside of a parenthesis's ends.
    static func trimmed(_ text: some StringProtocol) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .replacing(" )", with: ")")
            .replacing("( ", with: "(")
    }
}
