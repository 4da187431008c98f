/// The draft in a judge's prompt, as a judge finds it: between two equal lines of dashes and a mark.
public enum FencedText: Sendable {
    /// The text between the first two equal lines that begin with dashes; nil where there are none.
    public static func first(in prompt: String) -> String? {
        let lines = prompt.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.firstIndex(where: { $0.hasPrefix("----- ") }),
            let end = lines[(start + 1)...].firstIndex(of: lines[start])
        else { return nil }
        return lines[(start + 1)..<end].joined(separator: "\n")
    }
}
