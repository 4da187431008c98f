import EtudeCore
import EtudeMarkup

/// Reads RDF/XML (W3C Recommendation of 25 February 2014) into a graph: nodes and properties in turn, each in the other.
struct RDFXMLHandler: XMLHandler {
    /// A base is repeated in each address that is relative to it.
    private static let baseBytes = 2048

    /// What was read.
    private(set) var graph = SKOSGraph()
    private let file: String
    private let choice: LanguageChoice
    private var frames: [RDFXMLFrame] = []
    /// The bases in force, from the outside in.
    private var bases = [""]
    /// The texts of the properties that are open.
    private var collected: [UInt8] = []

    /// A reader of one document.
    init(file: String, choice: LanguageChoice) {
        self.file = file
        self.choice = choice
    }

    mutating func start(_ tag: XMLTag) throws(EtudeError) {
        let name = tag.name.flatMap(SKOSName.init(rawValue:))
        var frame = RDFXMLFrame(within: frames.last, line: tag.line)
        if let language = tag[.language] { frame.rank = choice.rank(language) }
        if let base = tag[.base] {
            let base = try address(base, frame)
            guard base.count <= Self.baseBytes else {
                throw failure("The base address is longer than \(Self.baseBytes) bytes; write a shorter one.", tag.line)
            }
            bases.append(String(decoding: base, as: UTF8.self))
            frame.base = bases.count - 1
        }
        switch frames.last?.kind {
        case nil where name == .rdf: break
        case nil where name != .description && name?.resourceClass == nil:
            throw failure(
                "The document is no RDF/XML, for its root is not rdf:RDF; name its kind with `--as`.",
                tag.line
            )
        case .property(isMarkup: true), .markup: frame.kind = .markup
        case nil, .document, .property: try startNode(tag, name, &frame)
        case .node: try startProperty(tag, name, &frame)
        }
        frames.append(frame)
        if let excess = graph.excess { throw failure("The document has more than \(excess); split it.", tag.line) }
    }

    mutating func text(_ bytes: ArraySlice<UInt8>) throws(EtudeError) {
        guard let frame = frames.last, frame.collects else { return }
        collected += bytes
    }

    mutating func end() throws(EtudeError) {
        let frame = frames.removeLast()
        bases.removeLast(bases.count - 1 - (frames.last?.base ?? 0))
        guard case .property = frame.kind else { return }
        defer { collected.removeLast(collected.count - frame.textStart) }
        guard let property = frame.property, frame.collects, !frame.isLinked else { return }
        let text = try mended(collected.span.extracting(frame.textStart..<collected.count), frame.line)
        graph.add(property, text, frame.rank, to: frame.subject)
    }

    /// A node begins: it is the value of the property around, if there is one.
    private mutating func startNode(_ tag: XMLTag, _ name: SKOSName?, _ frame: inout RDFXMLFrame) throws(EtudeError) {
        frame.kind = .node
        frame.subject = try resource(tag, .about, frame) ?? graph.makeBlank()
        if let around = frames.last, let property = around.property {
            frames[frames.count - 1].isLinked = true
            graph.link(property, from: around.subject, to: frame.subject)
        }
        if name != .description { graph.describe(frame.subject, line: tag.line) }
        if let name = name?.resourceClass { graph.classify(frame.subject, as: name) }
        try addAttributes(of: tag, to: frame.subject, frame)
    }

    /// A property begins: its value is a resource that it names, or else what it holds.
    private mutating func startProperty(_ tag: XMLTag, _ name: SKOSName?, _ frame: inout RDFXMLFrame) throws(EtudeError)
    {
        graph.describe(frame.subject, line: frames[frames.count - 1].line)
        let kind = tag[.parseType].map { String(decoding: $0, as: UTF8.self) }
        frame.kind = .property(isMarkup: kind == "Literal")
        frame.property = name
        frame.textStart = collected.count
        if let name, name.isText {
            frame.collects = frame.rank != .other || name.isWithoutLanguage
            if !frame.collects, name == .prefLabel { graph.noteOtherLabel(of: frame.subject) }
        }
        let target = kind == "Resource" ? graph.makeBlank() : try resource(tag, .resource, frame)
        guard let target else { return }
        frame.isLinked = true
        if let name { graph.link(name, from: frame.subject, to: target) }
        try addAttributes(of: tag, to: target, frame)
        guard kind == "Resource" else { return }
        frame.kind = .node
        frame.subject = target
        frame.property = nil
        frame.collects = false
    }

    /// The resource that a tag names by its address, its id in this document, or as a blank node.
    private mutating func resource(
        _ tag: XMLTag,
        _ attribute: SKOSName,
        _ frame: RDFXMLFrame
    ) throws(EtudeError) -> Int32? {
        if let value = tag[attribute] { return graph.intern(try address(value, frame)) }
        if let value = tag[.nodeID] { return graph.intern(blank: value) }
        // On a property the id is that of the statement.
        guard attribute == .about, let value = tag[.id] else { return nil }
        return graph.intern(try address([UInt8(ascii: "#")] + value, frame))
    }

    /// Adds the properties that a tag has as attributes.
    private mutating func addAttributes(
        of tag: XMLTag,
        to subject: Int32,
        _ frame: RDFXMLFrame
    ) throws(EtudeError) {
        for index in 0..<tag.attributeCount {
            guard let name = SKOSName(rawValue: tag.attributeName(at: index)), name == .type || name.isText,
                let value = tag[name]
            else { continue }
            graph.describe(subject, line: tag.line)
            if name == .type {
                graph.link(.type, from: subject, to: graph.intern(try address(value, frame)))
            } else if frame.rank != .other || name.isWithoutLanguage {
                graph.add(name, try mended(value.span, tag.line), frame.rank, to: subject)
            } else if name == .prefLabel {
                graph.noteOtherLabel(of: subject)
            }
        }
    }

    /// The absolute address that one in the document means.
    private func address(_ bytes: ArraySlice<UInt8>, _ frame: RDFXMLFrame) throws(EtudeError) -> ArraySlice<UInt8> {
        if bytes.allSatisfy({ (0x21...0x7E).contains($0) }) {
            if frame.base == 0 || URIReference.isAbsolute(bytes.span) { return bytes }
        }
        return Array(URIReference.resolve(try mended(bytes.span, frame.line), base: bases[frame.base]).utf8)[...]
    }

    private func mended(_ bytes: Span<UInt8>, _ line: Int) throws(EtudeError) -> String {
        if let text = MarkupText.normalized(bytes) { return text }
        throw failure("The text holds a control character; remove it.", line)
    }

    private func failure(_ message: String, _ line: Int) -> EtudeError {
        EtudeError(.data, message, at: Place(file: file, line: line))
    }
}

extension XMLTag {
    /// The value of an attribute; nil where the tag has none.
    fileprivate subscript(name: SKOSName) -> ArraySlice<UInt8>? { self[name.rawValue] }
}
