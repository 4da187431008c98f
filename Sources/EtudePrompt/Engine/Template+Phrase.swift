public import EtudeCore

extension Template {
    /// Reads a phrase of another file as a template; it names no variables of its own, and may use those of a list.
    ///
    /// - Parameters:
    ///   - phrase: the text, with tags or without.
    ///   - known: the variables that have values.
    ///   - place: where the phrase stands.
    /// - Throws: ``EtudeError`` with code `data` at the place for a broken tag, and for a variable that is not known.
    public init(phrase: String, known: [String], at place: Place) throws(EtudeError) {
        do throws(EtudeError) {
            var tokenizer = TemplateTokenizer(source: phrase, file: place.file)
            var used: [String] = []
            for case .tag(let tag) in try tokenizer.tokens() where tag.kind != .comment && tag.kind != .end {
                let name = String(tag.name)
                guard known.contains(name) else {
                    let hint = Suggestion.nearest(to: name, in: known).map { "did you mean \($0)? " } ?? ""
                    throw EtudeError(
                        .data,
                        "The variable \(name) has no value here; \(hint)Known are \(known.joined(separator: ", "))."
                    )
                }
                if !used.contains(name) { used.append(name) }
            }
            let declaration = "{{! \(TemplateDeclaration.keyword) \(used.joined(separator: " ")) }}"
            try self.init(source: "\(declaration)\n\(phrase)", file: place.file)
        } catch {
            throw EtudeError(error.code, error.message, at: place)
        }
    }
}
