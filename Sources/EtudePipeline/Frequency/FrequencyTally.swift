import EtudeCore
import EtudeText

/// Counts in how many documents each entry is named, and how often in all.
///
/// An entry is named as often as its names stand in a document without overlapping one another; names of different entries
/// may overlap. Memory grows with the entries and not with the documents.
struct FrequencyTally: Sendable {
    /// How many documents were read.
    private(set) var documents = 0
    private var counts: Counts
    private var reading = NameMatcher.Reading()

    /// No counts for so many entries.
    init(_ entries: Int) {
        counts = Counts(entries)
    }

    /// By entry, the documents that name it.
    var naming: [Int] { counts.naming }

    /// By entry, the names in all documents.
    var occurrences: [Int] { counts.occurrences }

    /// Begins a document.
    mutating func beginDocument() {
        documents += 1
        reading.endText()
    }

    /// Counts the names in a part of the document that begins and ends between words.
    ///
    /// - Parameters:
    ///   - text: what holds the part, in UTF-8.
    ///   - range: where it stands there.
    ///   - entries: whose names are looked for.
    mutating func add(_ text: Span<UInt8>, _ range: Range<Int>, _ entries: NamedEntries) {
        Self.add(text, range, entries, document: documents, &reading, &counts)
    }

    private static func add(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        _ entries: NamedEntries,
        document: Int,
        _ reading: inout NameMatcher.Reading,
        _ counts: inout Counts
    ) {
        entries.matcher.scan(text, range, &reading) { name, words in
            counts.take(entries.owners[name], words, document)
        }
    }

    /// Adds the counts of another part of the corpus.
    mutating func merge(_ other: FrequencyTally) {
        documents += other.documents
        counts.merge(other.counts)
    }
}

/// Counts by entry.
private struct Counts {
    /// The documents that name it.
    var naming: [Int]
    /// The names in all documents.
    var occurrences: [Int]
    /// The document that named it last.
    private var lastDocument: [Int]
    /// The word after the name that was counted last; words are numbered on from document to document.
    private var lastEnd: [Int]

    /// No counts for so many entries.
    init(_ entries: Int) {
        naming = [Int](repeating: 0, count: entries)
        occurrences = naming
        lastDocument = naming
        lastEnd = naming
    }

    /// Counts a name; names come by their ends, so that the most without overlap are those that are free when they come.
    mutating func take(_ entry: Int, _ words: Range<Int>, _ document: Int) {
        guard words.lowerBound >= lastEnd[entry] else { return }
        lastEnd[entry] = words.upperBound
        occurrences[entry] += 1
        guard lastDocument[entry] != document else { return }
        lastDocument[entry] = document
        naming[entry] += 1
    }

    /// Adds other counts.
    mutating func merge(_ other: Counts) {
        for entry in naming.indices {
            naming[entry] += other.naming[entry]
            occurrences[entry] += other.occurrences[entry]
        }
    }
}
