/// Reasoning that a server leaves in the text, between `<think>` and `</think>`.
enum ThinkBlock {
    /// Tells reasoning and text apart.
    ///
    /// Some chat templates put `<think>` into the prompt, so that only the closing tag arrives; and a token limit may
    /// cut the answer before the closing tag, so that all of it is reasoning.
    static func split(_ content: String) -> (reasoning: String, text: String) {
        guard content.utf8.contains(UInt8(ascii: "<")) else { return ("", content) }
        let body = content.drop { $0.isWhitespace }
        let isOpened = body.hasPrefix("<think>")
        let inside = isOpened ? body.dropFirst(7) : body
        guard let close = inside.firstRange(of: "</think>") else {
            return isOpened ? (trimmed(inside), "") : ("", content)
        }
        guard isOpened || !inside[..<close.lowerBound].contains("<think>") else { return ("", content) }
        return (trimmed(inside[..<close.lowerBound]), trimmed(inside[close.upperBound...]))
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
