extension StringProtocol {
    /// The beginning of a stranger's text, short enough for a message.
    var excerpt: String {
        let scalars = unicodeScalars.prefix(80)
        let isWhole = scalars.endIndex == unicodeScalars.endIndex
        return String(String.UnicodeScalarView(scalars)) + (isWhole ? "" : "…")
    }
}
