public import EtudeCore
public import EtudeStore

/// Reads one JSON document that holds a list of objects, element by element.
public struct JSONEntryReader: EntryReader {
    private let settings: SourceSettings

    /// A reader with the keys that lead to the list, a map and filters.
    public init(_ settings: SourceSettings) {
        self.settings = settings
    }

    /// Reads a file to its end.
    public func read(
        _ text: any ByteReader,
        file: String,
        into collector: inout EntryCollector
    ) throws(EtudeError) {
        let path = (settings.entries ?? "").split(separator: ".").map(String.init)
        let entry = JSONEntry(settings)
        try JSONElements(text, file: file).read(path) { (value, place) throws(EtudeError) in
            try entry.take(value, at: place, into: &collector)
        }
    }
}

/// Reads JSON Lines: one object in each line.
public struct JSONLinesReader: EntryReader {
    private let settings: SourceSettings

    /// A reader with a map and filters.
    public init(_ settings: SourceSettings) {
        self.settings = settings
    }

    /// Reads a file to its end.
    public func read(
        _ text: any ByteReader,
        file: String,
        into collector: inout EntryCollector
    ) throws(EtudeError) {
        var lines = LineReader(text, path: file, maximumBytes: JSONElements.maximumBytes)
        let entry = JSONEntry(settings)
        while let line = try lines.next() {
            guard !line.text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { continue }
            let place = Place(file: file, line: line.number)
            try entry.take(Self.parse(line.text, at: place), at: place, into: &collector)
        }
    }

    private static func parse(_ text: String, at place: Place) throws(EtudeError) -> JSONValue {
        do {
            return try JSONParser.parse(text)
        } catch {
            throw JSONElements.failure(error.problem, place)
        }
    }
}
