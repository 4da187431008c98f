import EtudeCore
import GRDB
import Testing

@testable import EtudeStore

/// Journals whose write-ahead log a crash has cut, or something has damaged.
struct TornLogTests {
    private let folder: TemporaryFolder
    private let files = RealFileSystem()

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A database with its log, as they stood while the journal was open.
    private struct Image {
        let database: [UInt8]
        let log: [UInt8]
        /// The length of the log before the first answer, made by opening.
        let start: Int
        /// The length of the log after each answer had been recorded; answer n stands at index n.
        let ends: [Int]
    }

    private func image(answers: Int) async throws -> Image {
        let path = folder("whole.sqlite")
        let journal = try Journal.open(path: path)
        let start = try files.read("\(path)-wal").count
        var ends: [Int] = []
        for number in 0..<answers {
            try await journal.record(journalAnswer(number, text: String(repeating: "text ", count: number * 300)))
            ends.append(try files.read("\(path)-wal").count)
        }
        let image = Image(database: try files.read(path), log: try files.read("\(path)-wal"), start: start, ends: ends)
        try journal.close()
        return image
    }

    /// Opens a copy of the database with a log of one's own.
    private func open(_ image: Image, log: [UInt8], as name: String) throws -> Journal {
        try files.write(image.database, to: folder(name))
        try files.write(log, to: folder("\(name)-wal"))
        return try Journal.open(path: folder(name))
    }

    @Test
    func `however the log is cut, what was committed before the cut is there, and the rest is said to be dropped`()
        async throws
    {
        let image = try await image(answers: 12)
        let edges =
            [0, 1, 31, 32, 33, 56, image.start - 1, image.start, image.start + 1]
            + image.ends.flatMap { [$0 - 1, $0, $0 + 1, $0 + 24] }
        let cuts = Set(edges + stride(from: 0, to: image.log.count, by: 19_973)).filter { $0 <= image.log.count }
        for cut in cuts.sorted() {
            let journal = try open(image, log: Array(image.log.prefix(cut)), as: "cut-\(cut)")
            let kept = image.ends.count { $0 <= cut }
            #expect(try journal.statistics().map(\.answers).reduce(0, +) == kept, "cut at \(cut)")
            for number in 0..<12 {
                #expect(try (journal.answer(forKey: journalKey(number)) != nil) == (number < kept), "cut at \(cut)")
            }
            let whole = ([0, 32, image.start] + image.ends).last { $0 <= cut } ?? 0
            let dropped = cut - whole
            if dropped == 0 {
                #expect(journal.repair == nil, "cut at \(cut)")
            } else {
                #expect(journal.repair?.contains(": \(dropped) bytes of its -wal file") == true, "cut at \(cut)")
            }
            try await journal.record(journalAnswer(100))
            try journal.close()
            let again = try Journal.open(path: folder("cut-\(cut)"))
            #expect(again.repair == nil)
            #expect(try again.statistics().map(\.answers) == [kept + 1])
            try again.close()
        }
    }

    @Test func `zeros where the last commit should be are dropped`() async throws {
        let image = try await image(answers: 4)
        let (start, end) = (image.ends[2], image.ends[3])
        let log = image.log.prefix(start) + Array(repeating: 0, count: end - start)
        let journal = try open(image, log: Array(log), as: "zeros")
        #expect(try journal.statistics().map(\.answers) == [3])
        #expect(journal.repair?.contains(": \(end - start) bytes") == true)
    }

    @Test func `a last commit whose first frame is not whole is dropped`() async throws {
        let image = try await image(answers: 4)
        var log = image.log
        log[image.ends[2] + 24 + 100] ^= 1
        let journal = try open(image, log: log, as: "frame")
        #expect(try journal.statistics().map(\.answers) == [3])
        #expect(journal.repair?.contains(": \(image.ends[3] - image.ends[2]) bytes") == true)
    }

    @Test func `damage before several commits is refused, and the files stay as they were`() async throws {
        let image = try await image(answers: 6)
        var log = image.log
        log[image.ends[2] + 24 + 100] ^= 1
        let error = try #require(throws: EtudeError.self) { try open(image, log: log, as: "damaged") }
        #expect(error.code == .data)
        #expect(error.message.contains("its -wal file, before 3 commits"))
        #expect(try files.read(folder("damaged-wal")) == log)
        #expect(try files.read(folder("damaged")) == image.database)
    }

    /// Moves the log into the database, so that the next commit writes it from its start.
    private func beginRound(of journal: Journal) throws {
        _ = try journal.database.writeWithoutTransaction { try $0.checkpoint(.restart) }
    }

    @Test func `frames of an earlier round are no loss`() async throws {
        let path = folder("rounds.sqlite")
        let journal = try Journal.open(path: path)
        for number in 0..<20 { try await journal.record(journalAnswer(number)) }
        let length = try files.read("\(path)-wal").count
        try beginRound(of: journal)
        try await journal.record(journalAnswer(20))
        let log = try files.read("\(path)-wal")
        #expect(log.count == length)
        try files.write(try files.read(path), to: folder("copy"))
        try files.write(log, to: folder("copy-wal"))
        let copy = try Journal.open(path: folder("copy"))
        #expect(copy.repair == nil)
        #expect(try copy.statistics().map(\.answers) == [21])
        try copy.close()
        try journal.close()
    }
}
