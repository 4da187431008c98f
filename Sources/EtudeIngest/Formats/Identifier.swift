import EtudeCore
import EtudeText

/// Makes ids from names.
enum Identifier {
    /// The name in kebab-case: its folded words, joined by hyphens.
    static func of(_ name: String) -> String {
        Folding.words(name).joined(separator: "-")
    }

    /// The name in kebab-case, which must not be empty.
    static func of(_ name: String, at place: Place) throws(EtudeError) -> String {
        let id = of(name)
        guard !id.isEmpty else {
            throw EtudeError(.data, "The name \"\(name.excerpt)\" has no letter or digit to make an id of.", at: place)
        }
        return id
    }
}
