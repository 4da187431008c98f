import EtudeCore
import EtudeText

/// Counts in how many documents each entry is named, and how often in all.
///
/// An entry is named as often as its names stand in a document without overlapping one another; names of different entries
/// may overlap. Memory grows with the entries and not with the documents.
struct FrequencyTally: Sendable {
    /// How many documents were read.
    private(set) var documents = 0
    /// By entry, the documents that name it.
    private(set) var naming: [Int]
    /// By entry, the names in all documents.
    private(set) var occurrences: [Int]
    /// By entry, the document that named it last.
    private var lastDocument: [Int]
    /// By entry, the word after the name that was counted last; words are numbered on from document to document.
    private var lastEnd: [Int]
    private var reading = NameMatcher.Reading()

    /// No counts for so many entries.
    init(_ entries: Int) {
        naming = [Int](repeating: 0, count: entries)
        occurrences = naming
        lastDocument = naming
        lastEnd = naming
    }

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
        var reading = reading
        entries.matcher.scan(text, range, &reading) { name, words in
            let entry = entries.owners[name]
            // Names come by their ends, so that the most without overlap are those that are free when they come.
            guard words.lowerBound >= lastEnd[entry] else { return }
            lastEnd[entry] = words.upperBound
            occurrences[entry] += 1
            guard lastDocument[entry] != documents else { return }
            lastDocument[entry] = documents
            naming[entry] += 1
        }
        self.reading = reading
    }

    /// Adds the counts of another part of the corpus.
    mutating func merge(_ other: FrequencyTally) {
        documents += other.documents
        for entry in naming.indices {
            naming[entry] += other.naming[entry]
            occurrences[entry] += other.occurrences[entry]
        }
    }
}
