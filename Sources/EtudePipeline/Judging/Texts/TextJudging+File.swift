import EtudeCore
import EtudeFlow
import EtudeStore

extension TextJudging {
    /// Judges the texts of a file of JSON Lines, and writes each line with its marks, in the file's order.
    ///
    /// The whole file is read and checked before anybody is asked. Called again, it takes the answers from the journal.
    ///
    /// - Parameters:
    ///   - input: the file, gzipped if its name ends with `.gz`; `-` is standard input.
    ///   - output: the file to write, whole or not at all, gzipped if its name ends with `.gz`; nil for standard output.
    /// - Returns: what it came to.
    /// - Throws: ``EtudeError`` with code `data` naming the first line that is no text to be judged; others where a model
    ///   refuses for good, the work was stopped, or writing fails.
    public func judge(_ input: String, to output: String?) async throws -> JudgingSummary {
        var count = 0
        let lines = try SubmissionFile(input).spooled { line throws(EtudeError) in
            _ = try reader.read(line.text, number: line.number)
            count += 1
        }
        tally.expect(count)
        try await open { session, judge in
            guard let output else { return try await write(lines, judge, session, to: try StandardOutput()) }
            try await AtomicFile.assemble(at: output, in: RealFileSystem()) { writer in
                guard output.utf8.suffix(3).elementsEqual(".gz".utf8) else {
                    return try await write(lines, judge, session, to: writer)
                }
                let gzip = GzipByteWriter(writer)
                try await write(lines, judge, session, to: gzip)
                try gzip.finish()
            }
        }
        return tally.summary
    }

    private func write(
        _ spool: SpoolFile,
        _ judge: TextJudge,
        _ session: ModelSession,
        to writer: any ByteWriter
    ) async throws {
        let width = session.models.width
        var lines = try spool.lines()
        var window = OrderedWindow<[UInt8]>(size: 4 * width)
        try await BoundedFanOut(width: width).run(
            next: { () throws -> (number: Int, line: Line)? in
                guard gate.reason == nil, window.hasRoom, let line = try lines.nextSubmission() else { return nil }
                return (window.begin(), line)
            },
            perform: { piece in (piece.number, try await reply(to: piece.line, by: judge)) },
            receive: { number, reply in
                // A text that was not judged holds back those behind it; the command ends without them.
                guard let reply else { return }
                for bytes in window.finish(number, reply.bytes) { try writer.write(bytes) }
            }
        )
        try gate.check()
    }
}
