public import EtudeCore

/// Makes one catalog of several sources and accounts for every entry of them.
///
/// Entries are the same when their ids are the same, or when the name of one is the name or an alias of the other but for case,
/// signs, diacritics, plural and a leading article. The earlier one stays and keeps each field that it has; the later one fills
/// what is empty, its lists follow, and what it says otherwise is noted. An entry whose id is that of another with no word of
/// its names in common is skipped. Time and memory grow with the entries, whatever they say.
public struct CatalogImport: Sendable {
    /// What the catalog is for.
    public enum Purpose: Sendable {
        /// A file that a person looks at: ids are put in kebab-case.
        case review
        /// A run: ids stay as they are written, and a source in which one is written twice is refused.
        case use
    }

    /// One source as it was read.
    public struct Source: Sendable {
        /// The source as the user wrote it.
        public var name: String
        /// What was found in it.
        public var collector: EntryCollector
        /// When, how and from where it was fetched, in the user's words.
        public var retrieved: String
        /// Whether the places of its entries are those of several files, which the user did not write.
        public var hasFiles: Bool

        /// A source with what was found in it.
        public init(name: String, _ collector: EntryCollector, retrieved: String = "", hasFiles: Bool = false) {
            self.name = name
            self.collector = collector
            self.retrieved = retrieved
            self.hasFiles = hasFiles
        }
    }

    /// The entries, each with id and origin, in the order in which they were first met.
    public private(set) var entries: [CatalogEntry] = []
    /// What became of the entries, source by source; those that were taken stand in ``entries`` in the same order.
    public private(set) var accounts: [SourceAccount] = []
    /// What the readers noted, and what merged and skipped entries say otherwise, in the order of the sources.
    public private(set) var notes: [Diagnostic] = []

    private let purpose: Purpose
    /// The entry of each id.
    private var ids: [String: Int] = [:]
    /// The entry of each name, by its key.
    private var names: [String: Int] = [:]
    /// The first entry with each alias, by its key.
    private var aliases: [String: Int] = [:]
    /// What merged entries brought, by the entry they were merged into.
    private var unions: [Int: EntryUnion] = [:]
    /// The ids that gave way to others, where no entry has them.
    private var replacedIDs: [String: String] = [:]

    /// Makes a catalog of sources.
    ///
    /// - Parameters:
    ///   - sources: the sources, the one that comes first in all doubts first.
    ///   - purpose: what the catalog is for.
    /// - Throws: ``EtudeError`` with code `data` for an id that stands twice in a source, where the catalog is for a run.
    public init(_ sources: [Source], for purpose: Purpose) throws(EtudeError) {
        self.purpose = purpose
        for source in sources { try add(source) }
        relate()
        for account in accounts where !account.balances {
            throw EtudeError(.fault, "The entries of \(account.name) do not add up: \(account.entries) were read.")
        }
    }

    private mutating func add(_ source: Source) throws(EtudeError) {
        var account = SourceAccount(source)
        notes += source.collector.notes
        let start = entries.count
        for entry in source.collector.entries {
            guard let id = id(of: entry) else {
                account.skips.count("the name has no letter or digit to make an id of", at: entry.place)
                continue
            }
            var entry = entry
            if let written = entry.id, written != id { replacedIDs[written] = id }
            let isWritten = entry.id != nil
            entry.id = id
            entry.origin = origin(of: entry, in: source)
            let name = NameKey.of(entry.name)
            let keys = (name.isEmpty ? [] : [name]) + NameKey.of(entry.aliases)
            if purpose == .use, isWritten, let other = ids[id], other >= start { throw repeated(entry, other) }
            guard let other = same(as: entry, name, keys) else {
                append(entry, name, keys)
                account.taken += 1
                continue
            }
            if ids[id] == other, !shareWord(keys, with: other) {
                account.skips.count("the id is another entry's", at: entry.place)
                note("other-entry", "The id \"\(id)\" of \"\(entry.name)\" is that of \(label(other)).", entry)
            } else {
                merge(entry, into: other)
                account.merged += 1
            }
        }
        accounts.append(account)
    }

    /// The id as it is written, or as the purpose wants it; nil where there is nothing to make one of.
    private func id(of entry: CatalogEntry) -> String? {
        if let id = entry.id {
            guard purpose == .review else { return id }
            let proper = Identifier.of(id)
            if !proper.isEmpty { return proper }
        }
        let id = Identifier.of(entry.name)
        return id.isEmpty ? nil : id
    }

    /// Where the entry was first taken from: what a catalog says of it, else its place or address in this source.
    private func origin(of entry: CatalogEntry, in source: Source) -> String {
        var origin = entry.origin
        if origin.isEmpty || origin == entry.place.description {
            let file = source.hasFiles ? entry.place.file : source.name
            origin = Place(file: file, line: entry.place.line).description
        } else if source.collector.kind != .skos {
            return origin
        }
        return Self.line(source.retrieved.isEmpty ? origin : "\(origin), retrieved \(source.retrieved)")
    }

    /// The text in one line, without control characters, which no catalog may hold.
    private static func line(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return text }
        let plain = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
        return String(String.UnicodeScalarView(plain)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The entry that is the same: by id, then by name, then by the other's alias, then by its own.
    private func same(as entry: CatalogEntry, _ name: String, _ keys: [String]) -> Int? {
        if let other = entry.id.flatMap({ ids[$0] }) { return other }
        if let other = names[name] ?? aliases[name] { return other }
        return keys.lazy.compactMap { [names] in names[$0] }.first
    }

    /// Whether names have a word in common with those of an entry.
    private mutating func shareWord(_ keys: [String], with index: Int) -> Bool {
        let union = unions[index] ?? EntryUnion(entries[index])
        unions[index] = union
        return union.sharesWord(with: keys)
    }

    private mutating func append(_ entry: CatalogEntry, _ name: String, _ keys: [String]) {
        let index = entries.count
        if let id = entry.id { ids[id] = index }
        if !name.isEmpty { names[name] = index }
        for key in keys where aliases[key] == nil { aliases[key] = index }
        entries.append(entry)
    }

    private mutating func merge(_ other: CatalogEntry, into index: Int) {
        if let id = other.id, let kept = entries[index].id, id != kept {
            replacedIDs[id] = kept
            note("other-id", "Its id \"\(id)\" gives way to \"\(kept)\" of \(label(index)).", other)
        }
        var union = unions.removeValue(forKey: index) ?? EntryUnion(entries[index])
        var found: [Diagnostic] = []
        let known = entries[index].aliases.count
        union.merge(other, into: &entries[index]) { [names] key in
            names[key] == nil || names[key] == index
        } note: { rule, message in
            found.append(Diagnostic(.note, rule: rule, message, at: other.place))
        }
        unions[index] = union
        notes += found
        for alias in entries[index].aliases.dropFirst(known) {
            let key = NameKey.of(alias)
            if aliases[key] == nil { aliases[key] = index }
        }
    }

    /// Lets relations point to the entries that stayed; none to itself, and none twice, where ids gave way.
    private mutating func relate() {
        guard !replacedIDs.isEmpty else { return }
        for index in entries.indices where entries[index].related.contains(where: { replaced($0) != $0 }) {
            var seen: Set<String> = [entries[index].id ?? ""]
            entries[index].related = entries[index].related.map(replaced).filter { seen.insert($0).inserted }
        }
    }

    /// The id that stands for an id now: at most its kebab-case has given way to another.
    private func replaced(_ id: String) -> String {
        guard ids[id] == nil, let next = replacedIDs[id] else { return id }
        return ids[next] == nil ? replacedIDs[next] ?? next : next
    }

    /// Takes a field from an entry that the part wanted does not have.
    mutating func remove(_ field: Field, at index: Int) { field.remove(&entries[index]) }

    /// Notes what an entry says otherwise.
    mutating func note(_ rule: String, _ message: String, _ entry: CatalogEntry) {
        notes.append(Diagnostic(.note, rule: rule, message, at: entry.place))
    }

    private func label(_ index: Int) -> String { "\"\(entries[index].name)\" (\(entries[index].place))" }

    private func repeated(_ entry: CatalogEntry, _ other: Int) -> EtudeError {
        EtudeError(
            .data,
            "The id \"\(entry.id ?? "")\" stands twice, first at \(entries[other].place); rename or remove one, or let "
                + "`etude catalog import` settle it.",
            at: entry.place
        )
    }
}
