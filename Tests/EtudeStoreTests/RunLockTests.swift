import EtudeCore
import Foundation
import Testing

@testable import EtudeStore

struct RunLockTests {
    @Test func `a held lock is refused with pid, host and start, and free again when its holder goes`() throws {
        let folder = try TemporaryFolder()
        do {
            let lock = try RunLock(directory: folder.path)
            look(at: lock)
            let pid = ProcessInfo.processInfo.processIdentifier
            #expect {
                _ = try RunLock(directory: folder.path)
            } throws: { error in
                guard let error = error as? EtudeError, error.code == .busy else { return false }
                return error.message.contains("pid \(pid) on ") && error.message.contains(folder("lock"))
                    && error.message.contains(/since \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\./)
            }
        }
        _ = try RunLock(directory: folder.path)
        #expect(try RealFileSystem().list(folder.path) == ["lock"])
    }

    @Test func `a lock lives to the end of its scope without being named again`() throws {
        let folder = try TemporaryFolder()
        let lock = try RunLock(directory: folder.path)
        look(at: lock)
        #expect(throws: EtudeError.self) { _ = try RunLock(directory: folder.path) }
    }

    private func look(at lock: borrowing RunLock) {}

    @Test func `a file left by a dead process holds no lock and is written anew`() throws {
        let folder = try TemporaryFolder()
        let stale = String(repeating: "pid 1\nhost elsewhere\nstart long-ago\n", count: 9)
        try RealFileSystem().write(Array(stale.utf8), to: folder("lock"))
        _ = try RunLock(directory: folder.path)
        let text = String(decoding: try RealFileSystem().read(folder("lock")), as: UTF8.self)
        #expect(text.split(separator: "\n").count == 3)
        #expect(!text.contains("elsewhere"))
    }

    @Test func `a missing folder is an io error with the path`() {
        #expect {
            _ = try RunLock(directory: "/nowhere/at-all")
        } throws: { error in
            (error as? EtudeError)?.code == .io && "\(error)".contains("/nowhere/at-all/lock")
        }
    }

    @Test func `a child process does not inherit the lock`() throws {
        let folder = try TemporaryFolder()
        let lock = try RunLock(directory: folder.path)
        look(at: lock)
        let files = RealFileSystem()
        let number = try files.list("/proc/self/fd").first { number in
            (try? files.symbolicLinkTarget("/proc/self/fd/\(number)")) == folder("lock")
        }
        let facts = String(decoding: try files.read("/proc/self/fdinfo/\(#require(number))"), as: UTF8.self)
        let flags = try #require(facts.firstMatch(of: /flags:\s*([0-7]+)/))
        #expect(Int(flags.1, radix: 8).map { $0 & 0o2000000 } != 0, "close-on-exec")
    }
}
