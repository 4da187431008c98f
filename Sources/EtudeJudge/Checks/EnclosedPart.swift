/// A short part of a line between an opening and a closing sign.
struct EnclosedPart: Sendable, Hashable {
    /// What stands before the opening sign; nil at the beginning of the text.
    let before: Character?
    /// What stands between the signs.
    let content: String
    /// The part with its signs.
    let written: String

    /// The most characters a part has between its signs.
    private static let longest = 60

    /// The innermost parts of a text, in order.
    static func all(in text: String, between opening: Character, and closing: Character) -> [EnclosedPart] {
        guard text.contains(opening) else { return [] }
        let characters = Array(text)
        var parts: [EnclosedPart] = []
        var start: Int?
        for (position, character) in characters.enumerated() {
            if character == opening {
                start = position
            } else if character.isNewline {
                start = nil
            } else if character == closing, let first = start {
                start = nil
                guard position - first - 1 <= longest else { continue }
                let before = first > 0 ? characters[first - 1] : nil
                parts.append(
                    EnclosedPart(
                        before: before,
                        content: String(characters[first + 1..<position]),
                        written: String(characters[first...position])
                    )
                )
            }
        }
        return parts
    }
}
