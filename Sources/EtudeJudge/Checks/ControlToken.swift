import EtudeCore

/// Finds tokens that steer a chat model's template, such as `<|im_end|>` and `[INST]`, which no prose holds.
///
/// Zero-width signs between the letters hide nothing.
public struct ControlToken: CodeCheck {
    /// `control-token`.
    public let id = "control-token"
    /// Refuses.
    public let severity = CodeSeverity.refuses

    /// The check.
    public init() {}

    /// The finding, with the token.
    public func finding(in text: CheckedText) -> CodeFinding? {
        let signs = text.text.unicodeScalars.filter { $0.properties.generalCategory != .format }
        let found =
            EnclosedPart.all(in: String(signs), between: "<", and: ">").first(where: Self.isAngled)
            ?? EnclosedPart.all(in: String(signs), between: "[", and: "]").first { Self.bracketed.contains($0.content) }
        return found.map { CodeFinding(.controlToken, $0.written) }
    }

    private static func isAngled(_ part: EnclosedPart) -> Bool {
        let content = part.content
        if angled.contains(content.lowercased()) { return true }
        let bars: Set<Character> = ["|", "｜"]
        guard content.count > 2, let first = content.first, let last = content.last, bars.contains(first),
            bars.contains(last)
        else { return false }
        return content.dropFirst().dropLast().allSatisfy { $0.isLetter || $0.isNumber || "_-▁ ".contains($0) }
    }

    /// What stands between `<` and `>`, in small letters; `<<SYS>>` has its inner part here.
    private static let angled: Set<String> = [
        "s", "/s", "bos", "eos", "pad", "unk", "sys", "/sys", "start_of_turn", "end_of_turn", "start_of_image", "think",
        "/think", "tool_call", "/tool_call", "tool_response", "/tool_response", "im_start", "im_end", "eot_id",
        "end_of_text", "endoftext",
    ]
    /// What stands between `[` and `]`.
    private static let bracketed: Set<String> = [
        "INST", "/INST", "SYSTEM_PROMPT", "/SYSTEM_PROMPT", "AVAILABLE_TOOLS", "/AVAILABLE_TOOLS", "TOOL_CALLS",
        "TOOL_RESULTS", "/TOOL_RESULTS", "gMASK", "SYS", "/SYS",
    ]
}
