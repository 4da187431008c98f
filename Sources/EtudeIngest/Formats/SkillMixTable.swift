import EtudeCore

/// Skills as a table with the columns of SKILL-MIX (arXiv 2310.17567): category, skill, definition, example, comments,
/// status, added by.
enum SkillMixTable {
    private static let columns = ["category", "skill", "definition", "example", "comments", "status", "added by"]
    private static let required = ["skill", "definition"]
    /// A row with one of these is not, or not yet, part of the list.
    private static let excludedStatus: Set<String> = ["remove", "in review", "maybe"]
    /// Spellings of categories that mean another name than their own kebab-case.
    private static let categories = ["logical": "logic", "theory-of-the-mind": "theory-of-mind"]

    static func skills(text: String, file: String) throws(EtudeError) -> SkillFile {
        let records = try CSVParser.records(of: text, file: file)
        guard let header = records.first else { return SkillFile(skills: []) }
        let columns = try columnIndex(header, file)
        var skills: [Skill] = []
        var skipped: [String: Int] = [:]
        for record in records.dropFirst() {
            let place = Place(file: file, line: record.line)
            guard record.fields.count == header.fields.count else {
                throw EtudeError(
                    .data,
                    "The row has \(record.fields.count) fields and the header has \(header.fields.count); "
                        + "quote a field that holds a comma.",
                    at: place
                )
            }
            let values = columns.mapValues { record.fields[$0] }
            let status = Spelling.trimmed(values["status"] ?? "").lowercased()
            if excludedStatus.contains(status) {
                skipped[status, default: 0] += 1
            } else {
                skills.append(try skill(values, at: place))
            }
        }
        return SkillFile(skills: skills, notes: notes(skipped, file))
    }

    private static func columnIndex(_ header: CSVParser.Record, _ file: String) throws(EtudeError) -> [String: Int] {
        let place = Place(file: file, line: header.line)
        var index: [String: Int] = [:]
        for (position, field) in header.fields.enumerated() {
            let name = Spelling.trimmed(field).lowercased()
            guard columns.contains(name) else {
                let nearest = Suggestion.nearest(to: name, in: columns).map { "; did you mean \"\($0)\"?" }
                throw EtudeError(
                    .data,
                    "The column \"\(name)\" is not known"
                        + (nearest ?? "; known are \(columns.joined(separator: ", "))."),
                    at: place
                )
            }
            guard index.updateValue(position, forKey: name) == nil else {
                throw EtudeError(.data, "The column \"\(name)\" stands twice; remove one.", at: place)
            }
        }
        for name in required where index[name] == nil {
            throw EtudeError(.data, "The column \"\(name)\" is missing.", at: place)
        }
        return index
    }

    private static func skill(_ values: [String: String], at place: Place) throws(EtudeError) -> Skill {
        let name = Spelling.trimmed(values["skill"] ?? "")
        let category = Identifier.of(values["category"] ?? "")
        let example = Spelling.trimmed(values["example"] ?? "")
        return Skill(
            id: try Identifier.of(name, at: place),
            name: name,
            category: category.isEmpty ? "uncategorized" : categories[category] ?? category,
            definition: Spelling.trimmed(values["definition"] ?? ""),
            examples: example.isEmpty ? [] : [example],
            place: place
        )
    }

    private static func notes(_ skipped: [String: Int], _ file: String) -> [Diagnostic] {
        skipped.sorted { $0.key < $1.key }.map { status, count in
            Diagnostic(
                .note,
                rule: "skipped-rows",
                "Skipped \(count) \(count == 1 ? "row" : "rows") whose status is \"\(status)\".",
                at: Place(file: file)
            )
        }
    }
}
