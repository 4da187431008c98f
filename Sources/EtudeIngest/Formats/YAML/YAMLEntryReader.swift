public import EtudeCore
public import EtudeStore

/// Reads entries from YAML, the canonical form of a catalog: a list of mappings whose keys are those of an entry.
///
/// A text is taken as it is written, so that `no`, `1:30` and `1_000` are names. A small file is read as a whole; a large one
/// must be a list whose entries begin with `- ` at the beginning of a line, and is read entry by entry.
public struct YAMLEntryReader: EntryReader {
    /// The bytes up to which a file is read as a whole.
    static let wholeBytes = 512 << 10
    /// The bytes that one entry of a larger file may have.
    static let maximumEntryBytes = 256 << 10

    private let settings: SourceSettings
    private let wholeBytes: Int

    /// A reader with settings, of which only filters matter here.
    public init(_ settings: SourceSettings) {
        self.init(settings, wholeBytes: Self.wholeBytes)
    }

    /// A reader that takes files from some size on entry by entry.
    init(_ settings: SourceSettings, wholeBytes: Int) {
        self.settings = settings
        self.wholeBytes = wholeBytes
    }

    /// Reads a file to its end.
    public func read(
        _ text: any ByteReader,
        file: String,
        into collector: inout EntryCollector
    ) throws(EtudeError) {
        var start: [UInt8] = []
        while start.count <= wholeBytes {
            let more = try text.read()
            guard !more.isEmpty else { return try take(start, file: file, firstLine: 1, into: &collector) }
            start += more
        }
        var splitter = YAMLItemSplitter(file: file, maximumBytes: Self.maximumEntryBytes)
        let rest = HeadedReader(start, text)
        start = []
        while true {
            let bytes = try rest.read()
            let isEnd = bytes.isEmpty
            for item in isEnd ? try splitter.finish() : try splitter.items(in: bytes) {
                try take(item.text, file: file, firstLine: item.line, into: &collector)
            }
            try collector.refuseExcess(in: file)
            if isEnd { return }
        }
    }

    private func take(
        _ text: [UInt8],
        file: String,
        firstLine: Int,
        into collector: inout EntryCollector
    ) throws(EtudeError) {
        let text = String(decoding: text, as: UTF8.self)
        guard !text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }) else { return }
        for reader in try YAMLReader.list(text: text, file: file, code: .data, firstLine: firstLine) {
            var reader = reader
            if let other = try other(&reader) {
                collector.skip("another \(other)", at: reader.place())
            } else {
                collector.take(try YAMLEntry.read(reader))
            }
        }
    }

    /// The key of a filter that an entry does not pass.
    private func other(_ reader: inout YAMLReader) throws(EtudeError) -> String? {
        for (key, values) in settings.filters.sorted(by: { $0.key < $1.key }) {
            let found = reader.isScalar(key) ? [try reader.string(key)].compactMap(\.self) : try reader.texts(key)
            if !found.contains(where: values.contains) { return key }
        }
        return nil
    }
}
