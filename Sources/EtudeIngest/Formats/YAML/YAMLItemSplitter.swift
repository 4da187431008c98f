import EtudeCore

/// Cuts a YAML list into its entries, which begin with a hyphen at the beginning of a line, without parsing it.
struct YAMLItemSplitter {
    /// One entry as YAML: a list of one.
    struct Item {
        /// The line on which it begins, from 1.
        var line: Int
        var text: [UInt8]
    }

    private let file: String
    private let maximumBytes: Int
    private var item: Item?
    /// The line that has no end yet, and its number.
    private var rest: [UInt8] = []
    private var line = 1

    init(file: String, maximumBytes: Int) {
        self.file = file
        self.maximumBytes = maximumBytes
    }

    /// The entries that end in a chunk.
    mutating func items(in chunk: [UInt8]) throws(EtudeError) -> [Item] {
        var items: [Item] = []
        var start = 0
        while let end = chunk[start...].firstIndex(of: 0x0A) {
            rest += chunk[start...end]
            try add(rest[...], to: &items)
            rest.removeAll(keepingCapacity: true)
            line += 1
            start = end + 1
        }
        rest += chunk[start...]
        guard rest.count <= maximumBytes else { throw tooLarge(line) }
        return items
    }

    /// The entries that end with the file.
    mutating func finish() throws(EtudeError) -> [Item] {
        var items: [Item] = []
        if !rest.isEmpty { try add(rest[...], to: &items) }
        return items + [item].compactMap(\.self)
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>, to items: inout [Item]) throws(EtudeError) {
        if Self.isStart(bytes) {
            if let item { items.append(item) }
            item = Item(line: line, text: [])
        }
        guard item != nil else {
            guard Self.isPreamble(bytes) else {
                throw EtudeError(
                    .data,
                    "A YAML catalog of this size must be a list whose entries begin with `- ` at the beginning of a line.",
                    at: Place(file: file, line: line)
                )
            }
            return
        }
        item?.text += bytes
        if let item, item.text.count > maximumBytes { throw tooLarge(item.line) }
    }

    private static func isStart(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.first == UInt8(ascii: "-") else { return false }
        return line.dropFirst().first.map { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D } ?? true
    }

    /// Whether a line before the first entry says nothing: it is blank, a comment or the mark of a document.
    private static func isPreamble(_ line: ArraySlice<UInt8>) -> Bool {
        let text = line.filter { $0 > 0x20 }
        return text.isEmpty || text.first == UInt8(ascii: "#") || text == Array("---".utf8)
    }

    private func tooLarge(_ line: Int) -> EtudeError {
        EtudeError(
            .data,
            "The entry has more than \(maximumBytes >> 10) KiB; shorten it.",
            at: Place(file: file, line: line)
        )
    }
}
