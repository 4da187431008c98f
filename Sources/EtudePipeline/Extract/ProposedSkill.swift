import EtudeCore

/// Reads skills out of a model's answer, and keeps the books on them.
enum ProposedSkill {
    /// Takes an object with a name, a definition and perhaps an example as a skill.
    ///
    /// - Parameters:
    ///   - json: the object.
    ///   - category: the skill's category.
    ///   - origin: who proposed it.
    ///   - books: take note of it, or of why it is dropped.
    /// - Returns: the skill; nil where it is dropped.
    static func read(
        _ json: JSONValue,
        category: String,
        origin: String,
        noting books: inout ExtractionBooks
    ) -> Proposal? {
        books.propose()
        do {
            return Proposal(
                name: try ProposedText.name(json["name"]?.string ?? ""),
                definition: try ProposedText.definition(json["definition"]?.string ?? ""),
                examples: example(json["example"], noting: &books),
                category: category,
                origin: origin
            )
        } catch {
            books.drop(error.reason)
            return nil
        }
    }

    /// An example as a list of one, or none where there is none or it is refused.
    static func example(_ json: JSONValue?, noting books: inout ExtractionBooks) -> [String] {
        guard let text = json?.string, !text.allSatisfy(\.isWhitespace) else { return [] }
        do {
            return [try ProposedText.example(text)]
        } catch {
            books.refuseExample()
            return []
        }
    }
}
