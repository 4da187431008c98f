import EtudeCore

/// Makes text of any origin safe inside a card.
enum CardText {
    /// The text as a scalar of YAML, in double quotes, so that "no" stays a text.
    static func yaml(_ text: String) -> String {
        JSONValue.string(text).canonicalText
    }

    /// The text on one line of Markdown, with every sign that has a meaning there escaped.
    static func markdown(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if character.isNewline {
                escaped += " "
                continue
            }
            if "\\`*_{}[]<>#|!~&".contains(character) { escaped += "\\" }
            escaped.append(character)
        }
        return escaped
    }
}
