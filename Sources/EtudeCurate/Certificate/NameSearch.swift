import EtudeText

/// Looks for names of which some are forbidden.
///
/// All names are looked for in one pass; a match of a forbidden name does not count where it lies inside a longer match of a
/// name that is allowed: "dramatic irony" does not name irony.
public struct NameSearch: Sendable {
    /// What was found in a text.
    public struct Findings: Sendable, Hashable {
        /// The forms of names that are forbidden, in the order of the text.
        public var forbidden: [String] = []
        /// How many forbidden names lie inside a longer name that is allowed, or are excused.
        public var allowedMentions = 0

        /// Nothing found.
        public init() {}
    }

    private let matcher: NameMatcher

    /// A search for some names.
    init(_ names: [NameMatcher.Name]) {
        matcher = NameMatcher(names)
    }

    /// Adds what stands in a text to what was found before.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - excused: owners whose names may stand in this text.
    ///   - isForbidden: whether an owner's names are forbidden.
    ///   - findings: takes what is found.
    func find(
        in text: String,
        excused: Set<String> = [],
        where isForbidden: (String) -> Bool,
        _ findings: inout Findings
    ) {
        let matches = matcher.matches(in: text)
        guard !matches.isEmpty else { return }
        let allowed = matches.filter { !isForbidden($0.owner) }
        for match in matches where isForbidden(match.owner) {
            let isCovered = allowed.contains {
                $0.words.count > match.words.count && $0.words.clamped(to: match.words) == match.words
            }
            if isCovered || excused.contains(match.owner) {
                findings.allowedMentions += 1
            } else {
                findings.forbidden.append(match.form)
            }
        }
    }
}
