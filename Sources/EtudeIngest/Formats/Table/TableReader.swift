public import EtudeCore
public import EtudeStore

/// Reads a table of comma-separated or tab-separated values whose first row names the columns.
///
/// Several aliases, inflections or related ids in one field are parted by semicolons, bars or line ends. Without a map, rows
/// whose status excludes them from SKILL-MIX's list are skipped.
public struct TableReader: EntryReader {
    /// A row with one of these is not, or not yet, part of SKILL-MIX's list.
    private static let excludedStatus: Set<String> = ["remove", "in review", "maybe"]
    /// Spellings of SKILL-MIX's categories that mean another name than their own kebab-case.
    private static let categories = ["logical": "logic", "theory-of-the-mind": "theory-of-mind"]

    private let settings: SourceSettings

    /// A reader with a map, filters, and the kind, which tells the separator.
    public init(_ settings: SourceSettings) {
        self.settings = settings
    }

    /// Reads a file to its end.
    public func read(
        _ text: any ByteReader,
        file: String,
        into collector: inout EntryCollector
    ) throws(EtudeError) {
        var parser = DelimitedParser(separator: UInt8(ascii: settings.kind == .tsv ? "\t" : ","), file: file)
        var columns: TableColumns?
        while true {
            let bytes = try text.read()
            let isEnd = bytes.isEmpty
            for record in isEnd ? [try parser.finish()].compactMap(\.self) : try parser.records(in: bytes) {
                if let columns {
                    try take(record, columns, file, &collector)
                } else {
                    columns = try header(record, file, &collector)
                }
            }
            try collector.refuseExcess(in: file)
            if isEnd { return }
        }
    }

    private func header(
        _ record: DelimitedParser.Record,
        _ file: String,
        _ collector: inout EntryCollector
    ) throws(EtudeError) -> TableColumns {
        let place = Place(file: file, line: record.line)
        let columns = try TableColumns(record.fields, settings, at: place)
        if !columns.unmapped.isEmpty {
            let names = columns.unmapped.prefix(20).map { "\"\($0.excerpt)\"" }.joined(separator: ", ")
            collector.note(Diagnostic(.note, rule: "unread-columns", "Nothing was read of \(names).", at: place))
        }
        return columns
    }

    private func take(
        _ record: DelimitedParser.Record,
        _ columns: TableColumns,
        _ file: String,
        _ collector: inout EntryCollector
    ) throws(EtudeError) {
        let place = Place(file: file, line: record.line)
        guard record.fields.count == columns.fields.count else {
            throw EtudeError(
                .data,
                "The row has \(record.fields.count) fields and the header has \(columns.fields.count); "
                    + "quote a field that holds the separator.",
                at: place
            )
        }
        let other = columns.filters.first { !$0.values.contains(Spelling.trimmed(record.fields[$0.column])) }
        if let other { return collector.skip("another \(other.name)", at: place) }
        if let status = columns.status.map({ Spelling.trimmed(record.fields[$0]).lowercased() }),
            Self.excludedStatus.contains(status)
        {
            return collector.skip("the status is \"\(status)\"", at: place)
        }
        guard var entry = entry(record.fields, columns).entry(at: place) else {
            return collector.skip("no name", at: place)
        }
        if settings.map.isEmpty, let category = entry.category {
            entry.category = Self.categories[category] ?? category
        }
        collector.take(entry)
    }

    private func entry(_ texts: [String], _ columns: TableColumns) -> EntryFields {
        var fields = EntryFields()
        for (text, field) in zip(texts, columns.fields) where !text.isEmpty {
            guard let field else { continue }
            guard field.isList, field != .examples else {
                fields.add(text, to: field)
                continue
            }
            for part in text.split(whereSeparator: { $0 == ";" || $0 == "|" || $0.isNewline }) {
                fields.add(part, to: field)
            }
        }
        return fields
    }
}
