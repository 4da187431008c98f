/// The shapes that glossaries in HTML have.
enum HTMLShape: String, CaseIterable {
    /// A definition list: terms (`dt`), then what they mean (`dd`).
    case dl
    /// A table, with a term in each row.
    case table
    /// A heading with the paragraphs that follow it.
    case headings
}
