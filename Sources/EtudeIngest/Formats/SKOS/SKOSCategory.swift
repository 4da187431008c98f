import EtudeCore

/// Where the category of a concept is taken from.
enum SKOSCategory: String, CaseIterable {
    /// The label of the topmost broader concept; of a topmost concept its own, if there are narrower ones.
    case top
    /// The label of the nearest broader concept.
    case broader
    /// The label of the concept's scheme.
    case scheme
    /// The concept's notation up to its first mark.
    case notation

    /// The source that a map names; without a word, the topmost concept.
    init(_ settings: SourceSettings) throws(EtudeError) {
        let word = settings.map["category"] ?? Self.top.rawValue
        guard let category = Self(rawValue: word) else {
            let known = Self.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
            throw EtudeError(.config, "The category of a SKOS concept cannot be `\(word)`; possible are \(known).")
        }
        self = category
    }
}
