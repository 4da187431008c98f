public import EtudeCore

/// Finds what is wrong, doubtful or missing in skills and topics.
///
/// Errors are `duplicate-id`, `bad-id`, `duplicate-name`, `hidden-character`, `missing-definition`, `realization-punctuation`,
/// and `names-another-entry` and `names-itself` where the built-in teacher would write the name. Warnings are `near-name`,
/// `common-word`, `long-name`, `near-definition`, `few-realizations`, `realization-places`, `unknown-related`, `short-lexicon`,
/// `lexicon-shared`, and the two rules of names elsewhere. Notes are `few-examples`, `missing-counterexample`,
/// `one-entry-category`, and `short-lexicon` where there is no lexicon at all. Time grows with the text, not with the pairs of
/// entries.
public enum CatalogLint: Sendable {
    /// What all rules find, in the order of files and lines.
    public static func check(skills: [Skill], topics: [Topic]) -> [Diagnostic] {
        let found =
            IdentityLint.check(skills: skills, topics: topics)
            + DistinctNameLint.check(skills: skills, topics: topics)
            + CompletenessLint.check(skills)
            + DefinitionLint.check(skills)
            + RealizationLint.check(skills)
            + NamingLint.check(skills: skills, topics: topics)
            + LexiconLint.check(topics)
        return found.enumerated()
            .sorted { order($0.element, $0.offset) < order($1.element, $1.offset) }
            .map(\.element)
    }

    private static func order(_ finding: Diagnostic, _ offset: Int) -> (String, Int, Int) {
        (finding.place?.file ?? "", finding.place?.line ?? 0, offset)
    }
}
