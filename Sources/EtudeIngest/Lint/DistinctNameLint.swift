import EtudeCore
import EtudeText

/// `common-word`, `long-name`, `hidden-character` and `near-name`.
struct DistinctNameLint {
    private static let longest = 100
    /// Shorter names differ by one letter too often: sewing, sawing.
    private static let leastLetters = 8

    static func check(skills: [Skill], topics: [Topic]) -> [Diagnostic] {
        let skills = skills.map { NamedEntry("skill", $0.id, $0.name, $0.aliases, $0.inflections, $0.place) }
        let topics = topics.map { NamedEntry("topic", $0.id, $0.name, $0.aliases, [], $0.place) }
        return (skills + topics).flatMap { common($0) + long($0) + hidden($0) } + near(skills) + near(topics)
    }

    private static func common(_ entry: NamedEntry) -> [Diagnostic] {
        entry.names.filter { CommonWords.contains(NameKey.of($0)) }.map { name in
            entry.finding(
                .warning,
                "common-word",
                "\"\(name)\" is a common word; nearly every text would name \(entry.label). Give a longer name."
            )
        }
    }

    private static func long(_ entry: NamedEntry) -> [Diagnostic] {
        entry.names.filter { $0.count > longest }.map { name in
            entry.finding(
                .warning,
                "long-name",
                "\"\(name.prefix(40))…\" has \(name.count) characters; a name has at most \(longest). Is it a definition?"
            )
        }
    }

    private static func hidden(_ entry: NamedEntry) -> [Diagnostic] {
        entry.names.compactMap { name in
            guard let scalar = name.unicodeScalars.first(where: isHidden) else { return nil }
            let code = String(scalar.value, radix: 16, uppercase: true)
            return entry.finding(
                .error,
                "hidden-character",
                "A name of \(entry.label) holds the invisible character U+\(String(repeating: "0", count: max(0, 4 - code.count)))"
                    + "\(code); take it out."
            )
        }
    }

    /// Control characters and what steers the direction of writing; joiners that some scripts need are none.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF,
            0xE0000...0xE007F:
            true
        default: false
        }
    }

    /// Names that differ from an earlier one by one letter: left out, added, exchanged, or swapped with its neighbour.
    private static func near(_ entries: [NamedEntry]) -> [Diagnostic] {
        var index = NearNameIndex()
        var findings: [Diagnostic] = []
        for (number, entry) in entries.enumerated() {
            let letters = NameKey.of(entry.name).unicodeScalars.filter { $0 != " " }
            // Digits are no slips: type 1, type 2.
            guard letters.count >= leastLetters, !letters.contains(where: { $0.properties.numericType != nil }) else {
                continue
            }
            guard let other = index.insert(Array(letters), number), entries[other].id != entry.id else { continue }
            findings.append(
                entry.finding(
                    .warning,
                    "near-name",
                    "The name \"\(entry.name)\" is nearly that of \(entries[other].label)\(entries[other].where); "
                        + "are they the same?"
                )
            )
        }
        return findings
    }
}

/// An entry as the rules of names see it.
struct NamedEntry {
    let label: String
    let id: String
    let name: String
    let names: [String]
    let place: Place?

    init(
        _ noun: String,
        _ id: String,
        _ name: String,
        _ aliases: [String],
        _ inflections: [String],
        _ place: Place?
    ) {
        label = "the \(noun) \"\(id)\""
        self.id = id
        self.name = name
        names = [name] + aliases + inflections
        self.place = place
    }

    /// Where it stands, after a blank.
    var `where`: String { place.map { " at \($0)" } ?? "" }

    func finding(_ severity: Diagnostic.Severity, _ rule: String, _ message: String) -> Diagnostic {
        Diagnostic(severity, rule: rule, message, at: place)
    }
}
