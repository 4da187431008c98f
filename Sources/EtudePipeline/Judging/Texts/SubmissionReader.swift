import EtudeCore
import EtudeGenerate

/// Reads the lines of texts to be judged.
struct SubmissionReader: Sendable {
    private let mapping: FieldMapping
    private let catalog: Catalog
    private let skills: EntryNames
    private let topics: EntryNames
    private let sentences: GenerateSpec.SentenceRule
    private let language: String

    /// A reader for the catalog, sentence rule and language of a plan.
    init(_ plan: PipelinePlan, mapping: FieldMapping) {
        self.mapping = mapping
        catalog = plan.catalog
        skills = EntryNames(skills: plan.catalog.skills)
        topics = EntryNames(topics: plan.catalog.topics)
        sentences = plan.spec.generate.sentences
        language = plan.spec.generate.language
    }

    /// Reads a line.
    ///
    /// - Parameters:
    ///   - line: the text of the line.
    ///   - number: its number, by which it goes where it has no id.
    /// - Returns: the text with what it was written for.
    /// - Throws: ``EtudeError`` with code `data`, without a place, for a line that is no JSON object, lacks a field, or names
    ///   what the catalog does not hold.
    func read(_ line: String, number: Int) throws(EtudeError) -> SubmittedText {
        let json: JSONValue
        do {
            json = try JSONParser.parse(line)
        } catch {
            throw EtudeError(.data, "The line is \(error).")
        }
        guard let members = json.members else { throw EtudeError(.data, "The line should hold a JSON object.") }
        let text = try self.text(mapping.text, "--text", in: json)
        return SubmittedText(
            id: Self.name(json.value(at: mapping.id)) ?? "line \(number)",
            members: members,
            text: mapping.isAnswer ? AnswerParser.parse(text)?.text ?? "" : text,
            assignment: try assignment(json)
        )
    }

    private func assignment(_ json: JSONValue) throws(EtudeError) -> Assignment {
        var shown: [Skill] = []
        for word in try words(mapping.skills, "--skills", in: json) {
            let id = try skills.id(of: word)
            guard !shown.contains(where: { $0.id == id }) else {
                throw EtudeError(.data, "The skill \"\(id)\" stands twice in `\(mapping.skills)`.")
            }
            if let skill = catalog.skill(id) { shown.append(skill) }
        }
        let id = try topics.id(of: try text(mapping.topic, "--topic", in: json))
        guard !shown.isEmpty, let topic = catalog.topic(id) else {
            throw EtudeError(.data, "The field `\(mapping.skills)` names no skill.")
        }
        return Assignment(
            skills: shown,
            topic: topic,
            sentenceLimit: try limit(json) ?? sentences.limit(k: shown.count),
            language: language
        )
    }

    private func limit(_ json: JSONValue) throws(EtudeError) -> Int? {
        guard let path = mapping.sentenceLimit else { return nil }
        guard let limit = try value(path, "--limit-field", in: json).int, limit > 0 else {
            throw EtudeError(.data, "The field `\(path)` should hold a number of sentences above 0.")
        }
        return limit
    }

    private func words(_ path: String, _ option: String, in json: JSONValue) throws(EtudeError) -> [String] {
        let value = try value(path, option, in: json)
        if let word = value.string { return [word] }
        let words = value.array?.compactMap(\.string) ?? []
        guard !words.isEmpty, words.count == value.array?.count else {
            throw EtudeError(.data, "The field `\(path)` should hold a list of texts.")
        }
        return words
    }

    private func text(_ path: String, _ option: String, in json: JSONValue) throws(EtudeError) -> String {
        guard let text = try value(path, option, in: json).string else {
            throw EtudeError(.data, "The field `\(path)` should hold a text.")
        }
        return text
    }

    private func value(_ path: String, _ option: String, in json: JSONValue) throws(EtudeError) -> JSONValue {
        if let value = json.value(at: path) { return value }
        let nearest = Suggestion.nearest(to: path, in: (json.members ?? []).map(\.key))
        let hint = nearest.map { "; `\(option) \($0)` takes it from there" } ?? "; `\(option)` names another"
        throw EtudeError(.data, "The field `\(path)` is missing\(hint).")
    }

    private static func name(_ id: JSONValue?) -> String? { id?.string ?? id?.int.map(String.init) }
}
