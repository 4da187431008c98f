import EtudeCore
import EtudeText

/// Unites an entry with later ones that are the same.
///
/// The entry keeps each field that it has; a later one fills what is empty, and its lists follow the entry's own. Where a later
/// one says otherwise, that is told in the notes.
struct EntryUnion {
    /// What the entry's lists hold, each text after its field's name and a colon, so that a text is found at once.
    private var known: Set<String> = []

    /// The union that begins with an entry.
    init(_ entry: CatalogEntry) {
        for key in NameKey.of([entry.name] + entry.aliases) { _ = isNewName(key) }
        insert(entry.inflections.map(Folding.key), of: "inflection")
        insert(entry.examples, of: "example")
        insert(entry.related, of: "related")
        insert(entry.realizations.map(\.source), of: "realization")
        for kind in Lexicon.Kind.allCases { insert(entry.lexicon[kind], of: kind.rawValue) }
    }

    /// Whether a word of some names' keys is a word of the entry's names.
    func sharesWord(with keys: [String]) -> Bool {
        keys.contains { $0.split(separator: " ").contains { known.contains("word:\($0)") } }
    }

    /// Takes over what the entry lacks.
    ///
    /// - Parameters:
    ///   - other: the later entry.
    ///   - entry: the entry.
    ///   - isFree: whether the key of a name is no other entry's.
    ///   - note: takes what the later one says otherwise: the rule and the sentence.
    mutating func merge(
        _ other: CatalogEntry,
        into entry: inout CatalogEntry,
        isFree: (String) -> Bool,
        note: (String, String) -> Void
    ) {
        let texts = Self.texts(of: entry)
        for name in [other.name] + other.aliases {
            let key = NameKey.of(name)
            if key.isEmpty || known.contains("name:\(key)") { continue }
            if isFree(key) {
                if isNewName(key) { entry.aliases.append(name) }
            } else {
                note("other-name", "\"\(name)\" names another entry and was left out of \(Self.label(entry)).")
            }
        }
        entry.inflections += other.inflections.filter { isNew(Folding.key($0), of: "inflection") }
        entry.examples += other.examples.filter { isNew($0, of: "example") }
        entry.related += other.related.filter { isNew($0, of: "related") }
        entry.realizations += other.realizations.filter { isNew($0.source, of: "realization") }
        uniteLexicon(other.lexicon, into: &entry.lexicon)
        fill(\.category, "category", other, &entry, note)
        fill(\.counterexample, "counterexample", other, &entry, note)
        fill(\.definition, "definition", other, &entry, note)
        fill(\.source, "source", other, &entry, note)
        let tookText = Self.texts(of: entry) > texts
        uniteLicense(other, into: &entry, tookText: tookText, note)
        // What nobody reviewed does not come into a reviewed entry unseen.
        entry.isProposal = entry.isProposal || (other.isProposal && tookText)
    }

    /// The licence of an entry that has texts of two is both.
    private func uniteLicense(
        _ other: CatalogEntry,
        into entry: inout CatalogEntry,
        tookText: Bool,
        _ note: (String, String) -> Void
    ) {
        let parts = entry.license.split(separator: " AND ").map(String.init)
        if entry.license.isEmpty {
            entry.license = other.license
        } else if !other.license.isEmpty,
            !other.license.split(separator: " AND ").map(String.init).allSatisfy(parts.contains)
        {
            let kept = entry.license
            if tookText { entry.license += " AND \(other.license)" }
            note(
                "other-license",
                "Its licence is \"\(other.license)\", that of \(Self.label(entry)) \"\(kept)\"; "
                    + (tookText ? "the entry has texts of both, so it is now under both." : "the entry's own stays.")
            )
        }
    }

    /// How many texts that somebody wrote the entry holds.
    private static func texts(of entry: CatalogEntry) -> Int {
        let lists = Lexicon.Kind.allCases.reduce(entry.examples.count + entry.realizations.count) {
            $0 + entry.lexicon[$1].count
        }
        return lists + (entry.definition.isBlank ? 0 : 1) + (entry.counterexample.isBlank ? 0 : 1)
    }

    private mutating func uniteLexicon(_ other: Lexicon, into lexicon: inout Lexicon) {
        lexicon.things += other.things.filter { isNew($0, of: Lexicon.Kind.thing.rawValue) }
        lexicon.acts += other.acts.filter { isNew($0, of: Lexicon.Kind.act.rawValue) }
        lexicon.places += other.places.filter { isNew($0, of: Lexicon.Kind.place.rawValue) }
        lexicon.roles += other.roles.filter { isNew($0, of: Lexicon.Kind.role.rawValue) }
    }

    private func fill<Value: FillableField>(
        _ field: WritableKeyPath<CatalogEntry, Value>,
        _ noun: String,
        _ other: CatalogEntry,
        _ entry: inout CatalogEntry,
        _ note: (String, String) -> Void
    ) {
        if other[keyPath: field].isBlank { return }
        if entry[keyPath: field].isBlank {
            entry[keyPath: field] = other[keyPath: field]
        } else if !entry[keyPath: field].saysSame(as: other[keyPath: field]) {
            let text = other[keyPath: field].shown
            note("other-\(noun)", "Its \(noun) gives way to that of \(Self.label(entry)): \"\(text)\".")
        }
    }

    private mutating func insert(_ texts: [String], of field: String) {
        for text in texts { known.insert("\(field):\(text)") }
    }

    private mutating func isNewName(_ key: String) -> Bool {
        guard isNew(key, of: "name") else { return false }
        insert(key.split(separator: " ").map(String.init), of: "word")
        return true
    }

    private mutating func isNew(_ text: String, of field: String) -> Bool {
        known.insert("\(field):\(text)").inserted
    }

    private static func label(_ entry: CatalogEntry) -> String { "\"\(entry.name)\" (\(entry.place))" }
}

/// A field of an entry that has one value.
private protocol FillableField {
    /// What it says; empty for nothing.
    var shown: String { get }
}

extension FillableField {
    /// Whether it says nothing.
    fileprivate var isBlank: Bool { shown.allSatisfy(\.isWhitespace) }

    /// Whether another value is the same but for blanks.
    fileprivate func saysSame(as other: Self) -> Bool {
        shown == other.shown
            || shown.split(whereSeparator: \.isWhitespace) == other.shown.split(whereSeparator: \.isWhitespace)
    }
}

extension String: FillableField {
    fileprivate var shown: String { self }
}

extension Counterexample: FillableField {
    fileprivate var shown: String { reason.isEmpty ? text : "\(text) (\(reason))" }
}

extension Optional: FillableField where Wrapped: FillableField {
    fileprivate var shown: String { self?.shown ?? "" }
}
