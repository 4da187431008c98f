/// A row that somebody labelled with skills, as far as two files are compared by it.
public struct LabelledRow: Sendable, Hashable {
    /// What a finding calls the row.
    public let id: String
    /// The labels of its skills.
    public let skills: [String]
    /// Its topic; nil where rows have none.
    public let topic: String?
    /// The text that is compared; nil where none is.
    public let text: String?
    /// Every string that a trainer could read.
    public let strings: [String]

    /// A row with its values.
    public init(id: String, skills: [String], topic: String?, text: String?, strings: [String]) {
        self.id = id
        self.skills = skills
        self.topic = topic
        self.text = text
        self.strings = strings
    }
}
