import EtudeCore
import EtudeIngest

/// Entries at random, of texts that mean something in YAML, JSON or nothing at all, and of names that are often the same.
struct RandomEntries {
    private static let words = [
        "irony", "Irony", "ironies", "the irony", "red_herring", "Red Herrings", "red-herring", "no", "1:30", "1_000",
        "null",
        "~", "- x", "? y", "a: b", "# c", "é", "🙂 smile", "表面 logic", "x\u{2028}y", "a\u{FEFF}mark", "say \"so\"",
        "it's", "[a, b]", "{a}",
        "&a", "*a", "!!str t", "%d", "@e", "`f`", "|", ">", "back\\slash", "\u{10FFFF} end", "\u{FFFE} low", "tab\tin",
        "a  b",
        "0x1F", ".5", "yes", "=", "<<", "---", "...",
    ]
    private static let texts =
        words + ["", " leading", "trailing ", "two\nlines", "cr\r\nlf", "\n"]

    private var generator: SeededGenerator
    private let file: String

    init(seed: UInt64, file: String = "random.yaml") {
        generator = SeededGenerator(seed: Seed(seed))
        self.file = file
    }

    /// Some entries, one after the other in a file.
    mutating func entries(_ count: Int) throws -> [CatalogEntry] {
        try (0..<count).map { try entry(line: $0 + 1) }
    }

    private mutating func entry(line: Int) throws -> CatalogEntry {
        var entry = CatalogEntry(name: name(), place: Place(file: file, line: line))
        if chance(2) { entry.id = Self.words[number(Self.words.count)] }
        entry.aliases = list { $0.name() }
        entry.inflections = list { $0.name() }
        if chance(2) { entry.category = name() }
        entry.definition = chance(2) ? text() : ""
        entry.examples = list { $0.text() }
        if chance(3) { entry.counterexample = Counterexample(text: text(), reason: text()) }
        entry.related = list { $0.name() }
        entry.realizations = try ["the {role} ran", "with {a thing}"].filter { _ in chance(3) }.map(Realization.init)
        entry.lexicon = Lexicon(things: list { $0.name() }, acts: list { $0.text() })
        entry.source = chance(2) ? text() : ""
        entry.license = ["", "CC0-1.0", "CC-BY-4.0", "no"][number(4)]
        entry.origin = chance(3) ? "https://example.org/#\(line)" : ""
        entry.isProposal = chance(4)
        return entry
    }

    /// One line, without blanks around it, as names are read.
    private mutating func name() -> String {
        let words = (0...number(2)).map { _ in Self.words[number(Self.words.count)] }
        return words.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private mutating func text() -> String {
        (0...number(3)).map { _ in Self.texts[number(Self.texts.count)] }.joined(separator: " ")
    }

    private mutating func list(_ make: (inout RandomEntries) -> String) -> [String] {
        chance(2) ? (0..<number(4)).map { _ in make(&self) } : []
    }

    private mutating func chance(_ of: Int) -> Bool { number(of) == 0 }

    private mutating func number(_ below: Int) -> Int { Int(generator.next(upperBound: UInt64(below))) }
}
