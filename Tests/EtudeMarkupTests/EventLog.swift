import EtudeCore
import EtudeMarkup

/// Writes down the events of a document.
struct EventLog: XMLHandler {
    static let names = [XMLName(nil, "a"), XMLName("urn:n", "b"), XMLName(nil, "k"), XMLName("urn:n", "k")]

    private(set) var lines: [String] = []
    private var text = ""

    mutating func start(_ tag: XMLTag) throws(EtudeError) {
        flush()
        let name = tag.name.map { Self.names[$0].local } ?? "?"
        let attributes = (0..<tag.attributeCount).map(tag.attributeName).map {
            "\($0)=\(String(decoding: tag[$0] ?? [], as: UTF8.self))"
        }
        lines.append((["<\(name):\(tag.line)"] + attributes).joined(separator: " "))
    }

    mutating func text(_ bytes: ArraySlice<UInt8>) throws(EtudeError) {
        text += MarkupText.normalized(bytes.span) ?? "\u{FFFD}"
    }

    mutating func end() throws(EtudeError) {
        flush()
        lines.append(">")
    }

    private mutating func flush() {
        if !text.isEmpty { lines.append(text) }
        text = ""
    }

    /// The events of a document that comes in chunks of a size.
    static func of(_ bytes: [UInt8], chunk: Int = 1 << 20, limits: MarkupLimits = MarkupLimits()) throws -> [String] {
        let events = XMLEvents(names: names, file: "t.xml", limits: limits)
        var log = EventLog()
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            try events.parse(Array(bytes[start..<min(start + chunk, bytes.count)]), into: &log)
        }
        try events.finish(into: &log)
        return log.lines
    }
}
