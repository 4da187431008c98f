import CLibXML2
import EtudeCore

/// Owns a push parser of libxml2: gives it the document piece by piece, and ends it at the first failure.
@safe final class PushParser {
    /// Small, so that what one piece can cost is small.
    private static let pieceSize = 64 << 10

    let context: xmlParserCtxtPtr
    private let syntax: MarkupSyntax
    private let sink: MarkupSink
    private let state = MarkupState()
    private var pending = PendingMarkup()
    private var bytes = 0

    /// A parser that reports to a sink.
    ///
    /// - Parameters:
    ///   - syntax: XML or HTML.
    ///   - sink: what takes the elements; its callbacks find it through the parser's context.
    ///   - handler: the callbacks.
    init(_ syntax: MarkupSyntax, sink: MarkupSink, handler: xmlSAXHandler) {
        precondition(MarkupLibrary.isReady)
        self.syntax = syntax
        self.sink = sink
        var handler = unsafe handler
        if syntax == .xml {
            unsafe handler.internalSubset = { context, _, _, _ in
                unsafe unsafeSink(context, as: MarkupSink.self)?.fail(
                    "The document has a <!DOCTYPE>, which is refused because it can define entities and name other "
                        + "files; write its entities out and drop it, as `xmllint --nonet --noent --dropdtd` does.",
                    line: unsafeLine(context)
                )
                unsafe xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
            }
        }
        let made =
            switch syntax {
            case .xml: unsafe etude_xml_parser(&handler, state.pointer)
            case .html: unsafe etude_html_parser(&handler, state.pointer)
            }
        guard let context = unsafe made else { preconditionFailure("libxml2 has no memory.") }
        unsafe self.context = unsafe context
        unsafe state.pointer.pointee.owner = Unmanaged.passUnretained(sink).toOpaque()
    }

    deinit {
        unsafe xmlFreeParserCtxt(context)
    }

    /// Parses the next bytes, and calls after each piece of them.
    func parse(_ chunk: [UInt8], after: () throws(EtudeError) -> Void) throws(EtudeError) {
        bytes += chunk.count
        if bytes > sink.limits.bytes {
            throw failure("The document has more than \(sink.limits.bytes) bytes; split it into smaller files.")
        }
        let position = unsafe chunk.withUnsafeBytes { unsafe etude_markup_nul($0.baseAddress, $0.count) }
        if position >= 0 {
            throw failure(
                "Byte \(bytes - chunk.count + position) is NUL, which no text has; check the file's encoding."
            )
        }
        for start in stride(from: 0, to: chunk.count, by: Self.pieceSize) {
            push(chunk, start..<min(start + Self.pieceSize, chunk.count))
            try check()
            try after()
        }
    }

    /// Ends the document.
    func finish() throws(EtudeError) {
        guard bytes > 0 else { throw failure("The document is empty; check the file.") }
        unsafe push(base: nil, count: 0, isLast: true)
        try check()
    }

    private func push(_ chunk: [UInt8], _ range: Range<Int>) {
        unsafe chunk.withUnsafeBytes { all in
            let piece = unsafe UnsafeRawBufferPointer(rebasing: all[range])
            unsafe push(base: piece.baseAddress?.assumingMemoryBound(to: CChar.self), count: piece.count, isLast: false)
        }
    }

    private func push(base: UnsafePointer<CChar>?, count: Int, isLast: Bool) {
        switch syntax {
        case .xml: _ = unsafe xmlParseChunk(context, base, Int32(count), isLast ? 1 : 0)
        case .html: _ = unsafe htmlParseChunk(context, base, Int32(count), isLast ? 1 : 0)
        }
    }

    private func check() throws(EtudeError) {
        if let failure = sink.failure { throw failure }
        if let error = state.failure {
            let name = syntax == .xml ? "XML" : "HTML"
            sink.fail("The \(name) cannot be read: \(error.reason); mend the file.", line: error.line)
        } else {
            var start: UnsafePointer<UInt8>?
            let count = unsafe etude_markup_pending(context, &start)
            let held = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
            let reason = unsafe pending.excess(held, limits: sink.limits)
            if let reason { throw failure(reason) }
        }
        if let failure = sink.failure { throw failure }
    }

    private func failure(_ message: String) -> EtudeError {
        unsafe sink.fail(message, line: Int(etude_markup_line(context)))
        return sink.failure ?? EtudeError(.data, message, at: Place(file: sink.file))
    }
}
