import CLibXML2
import EtudeCore

/// Takes what a parser finds and keeps it within the limits; the first failure ends the document.
@safe class MarkupSink {
    /// What is open, in one piece, for the sake of speed.
    private struct Open {
        var depth = 0
        var textRun = 0
        var hasFailed = false
    }

    let file: String
    let limits: MarkupLimits
    private(set) var failure: EtudeError?
    private var open = Open()

    init(file: String, limits: MarkupLimits) {
        self.file = file
        self.limits = limits
    }

    /// Notes a failure; only the first counts.
    func fail(_ message: String, line: Int) {
        guard failure == nil else { return }
        open.hasFailed = true
        failure = EtudeError(.data, message, at: Place(file: file, line: line > 0 ? line : nil))
    }

    /// Whether an element may begin.
    final func enter(attributes: Int, line: Int) -> Bool {
        var now = open
        now.textRun = 0
        now.depth += 1
        open = now
        if now.depth > limits.depth {
            fail("Elements stand more than \(limits.depth) deep in one another; make the document flatter.", line: line)
        }
        if attributes > limits.attributes {
            fail("A tag has more than \(limits.attributes) attributes; write them as elements.", line: line)
        }
        return !open.hasFailed
    }

    /// Whether an element may end.
    final func leave() -> Bool {
        var now = open
        now.textRun = 0
        now.depth -= 1
        open = now
        return !now.hasFailed
    }

    /// Whether so many bytes of text may follow the text before.
    final func accept(text count: Int, line: Int) -> Bool {
        var now = open
        now.textRun += count
        open = now
        guard now.textRun > limits.textBytes else { return !now.hasFailed }
        fail("A text is longer than \(limits.textBytes) bytes; cut it.", line: line)
        return false
    }
}

/// The sink of the parser whose context libxml2 hands to a callback.
func unsafeSink<Sink: MarkupSink>(_ context: UnsafeMutableRawPointer?, as type: Sink.Type) -> Sink? {
    guard let context = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self),
        let state = unsafe context.pointee._private?.assumingMemoryBound(to: etude_markup_state.self),
        let owner = unsafe state.pointee.owner
    else { return nil }
    let sink = unsafe Unmanaged<MarkupSink>.fromOpaque(owner).takeUnretainedValue()
    return unsafe unsafeDowncast(sink, to: type)
}

/// The line on which the parser of a callback's context stands.
func unsafeLine(_ context: UnsafeMutableRawPointer?) -> Int {
    guard let context = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self) else { return 0 }
    return unsafe Int(etude_markup_line(context))
}
