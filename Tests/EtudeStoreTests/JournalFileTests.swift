import EtudeCore
import Foundation
import GRDB
import Testing

@testable import EtudeStore

/// The file: its modes, its rights, what survives, and what is refused.
struct JournalFileTests {
    private let folder: TemporaryFolder
    private var path: String { folder("journal.sqlite") }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func pragma(_ name: String, of journal: Journal) throws -> String? {
        try journal.database.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA \(name)") }
    }

    /// Makes an SQLite file with some statements.
    private func makeDatabase(_ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    private func openingError() -> EtudeError? {
        #expect(throws: EtudeError.self) { try Journal.open(path: path) }
    }

    @Test func `on a disk the writer is in WAL mode and synchronizes every commit`() throws {
        let journal = try Journal.open(path: path)
        #expect(try pragma("journal_mode", of: journal) == "wal")
        #expect(try pragma("synchronous", of: journal) == "2")
        #expect(journal.mode.contains("WAL mode; each commit is synchronized"))
    }

    @Test func `on a network file system there is no WAL, and an exclusive lock`() async throws {
        let journal = try Journal.open(path: path, isNetwork: true)
        #expect(try pragma("journal_mode", of: journal) == "truncate")
        #expect(try pragma("synchronous", of: journal) == "2")
        #expect(journal.mode.contains("exclusive lock"))
        try await journal.record(journalAnswer())
        #expect(throws: EtudeError.self) { try Journal.open(path: path, isNetwork: true) }
        #expect(try RealFileSystem().list(folder.path) == ["journal.sqlite", "journal.sqlite-journal"])
        try journal.close()
    }

    @Test("a journal changes its mode with the storage, and keeps its answers", arguments: [false, true])
    func moved(isNetwork: Bool) async throws {
        let first = try Journal.open(path: path, isNetwork: isNetwork)
        try await first.record(journalAnswer())
        try first.close()
        let second = try Journal.open(path: path, isNetwork: !isNetwork)
        #expect(try second.answer(forKey: journalKey(1)) == journalAnswer())
        #expect(try pragma("journal_mode", of: second) == (isNetwork ? "wal" : "truncate"))
        try second.close()
    }

    @Test func `only the owner may read the journal's files`() async throws {
        let journal = try Journal.open(path: path)
        try await journal.record(journalAnswer())
        for name in ["journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder(name))
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
        try journal.close()
    }

    @Test("what was recorded is in the files at that moment, without closing", arguments: [false, true])
    func copied(isNetwork: Bool) async throws {
        let journal = try Journal.open(path: path, isNetwork: isNetwork)
        let crash = try TemporaryFolder()
        for number in 0..<20 {
            try await journal.record(journalAnswer(number))
            let image = crash("image-\(number)")
            try RealFileSystem().makeDirectory(image)
            for name in try RealFileSystem().list(folder.path) where !name.hasSuffix("-shm") {
                try RealFileSystem().write(RealFileSystem().read(folder(name)), to: "\(image)/\(name)")
            }
            let copy = try Journal.open(path: "\(image)/journal.sqlite")
            #expect(try copy.statistics().map(\.answers) == [number + 1])
            #expect(try copy.answer(forKey: journalKey(number)) == journalAnswer(number))
            try copy.close()
        }
        try journal.close()
    }

    @Test func `a journal opened beside another finds what was recorded before, and counts what comes after`()
        async throws
    {
        let first = try Journal.open(path: path)
        try await first.record(journalAnswer(1))
        let second = try Journal.open(path: path)
        #expect(second.repair == nil)
        #expect(try second.answer(forKey: journalKey(1)) != nil)
        try await first.record(journalAnswer(2))
        #expect(try second.statistics().map(\.answers) == [2])
    }

    @Test func `another program's database is refused and left as it was`() throws {
        try makeDatabase("CREATE TABLE things (name TEXT); INSERT INTO things VALUES ('kept')")
        let before = try RealFileSystem().read(path)
        let error = openingError()
        #expect(error?.code == .data)
        #expect(error?.message.contains("no journal of this program") == true)
        #expect(try RealFileSystem().read(path) == before)
        #expect(try RealFileSystem().list(folder.path) == ["journal.sqlite"])
    }

    @Test func `a journal of a newer schema is refused`() throws {
        try Journal.open(path: path).close()
        try makeDatabase("PRAGMA user_version = 3")
        let error = openingError()
        #expect(error?.code == .data)
        #expect(error?.message.contains("newer program (schema 3; this one knows 2)") == true)
    }

    @Test func `a file that is no database is refused with the way to mend it`() throws {
        try RealFileSystem().write(Array(String(repeating: "no database ", count: 100).utf8), to: path)
        let error = openingError()
        #expect(error?.code == .data)
        #expect(error?.message.contains("Move it aside") == true)
    }

    @Test func `damage inside is found on opening`() async throws {
        let journal = try Journal.open(path: path)
        for number in 0..<100 { try await journal.record(journalAnswer(number)) }
        try journal.close()
        var bytes = try RealFileSystem().read(path)
        for index in 3 * 4096..<4 * 4096 { bytes[index] = 0xA5 }
        try AtomicFile.write(bytes, to: path, in: RealFileSystem())
        let error = openingError()
        #expect(error?.code == .data)
        #expect(error?.message.contains("is damaged") == true)
    }

    @Test func `an empty file, as a crash at the first start leaves it, becomes a journal`() async throws {
        try RealFileSystem().write([], to: path)
        let journal = try Journal.open(path: path)
        try await journal.record(journalAnswer())
        #expect(try journal.answer(forKey: journalKey(1)) != nil)
    }

    @Test func `a full disk is an io error with the path, and what was recorded stays`() async throws {
        let journal = try Journal.open(path: path)
        try await journal.record(journalAnswer(1))
        let pages = try #require(try pragma("page_count", of: journal))
        _ = try pragma("max_page_count = \(pages)", of: journal)
        let large = journalAnswer(2, text: String(repeating: "x", count: 100_000))
        let error = await #expect(throws: EtudeError.self) { try await journal.record(large) }
        #expect(error?.code == .io)
        #expect(error?.message.contains("\(path): the disk is full") == true)
        _ = try pragma("max_page_count = 100000", of: journal)
        try await journal.record(journalAnswer(3))
        #expect(try journal.statistics().map(\.answers) == [2])
    }

    @Test(
        "SQLite's errors have their exit codes",
        arguments: [
            (ResultCode.SQLITE_FULL, EtudeError.Code.io), (.SQLITE_IOERR, .io), (.SQLITE_CANTOPEN, .io),
            (.SQLITE_READONLY, .io), (.SQLITE_BUSY, .busy), (.SQLITE_CORRUPT, .data), (.SQLITE_NOTADB, .data),
            (.SQLITE_MISUSE, .fault), (.SQLITE_CONSTRAINT, .fault),
        ]
    )
    func failures(result: ResultCode, code: EtudeError.Code) {
        let error = JournalFailure.error(DatabaseError(resultCode: result), path: "a/journal.sqlite")
        #expect(error.code == code)
        #expect(error.message.contains("a/journal.sqlite"))
    }

    @Test func `a missing folder is an io error with the path`() {
        #expect {
            try Journal.open(path: "/nowhere/at-all/journal.sqlite")
        } throws: { error in
            (error as? EtudeError)?.code == .io && "\(error)".contains("/nowhere/at-all")
        }
    }

    @Test func `a closed journal records and reads no more`() async throws {
        let journal = try Journal.open(path: path)
        try journal.close()
        await #expect(throws: EtudeError.self) { try await journal.record(journalAnswer()) }
        #expect(throws: EtudeError.self) { try journal.answer(forKey: journalKey(1)) }
    }
}
