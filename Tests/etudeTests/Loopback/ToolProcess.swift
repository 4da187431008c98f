import EtudeTesting
import Foundation
import Glibc

/// The tool's binary, run as a process of its own.
struct ToolProcess: Sendable {
    /// How it ended.
    enum Ending: Sendable, Hashable {
        case exited(Int32)
        case killed(Int32)
    }

    let pid: Int32
    private let endings: AsyncStream<Ending>
    private let errors: String

    /// Starts `etude run`, or another command of one or two words, on a workspace's pipeline.
    init(_ command: String = "run", running workspace: PipelineWorkspace, _ options: String...) throws {
        let (endings, continuation) = AsyncStream.makeStream(of: Ending.self)
        errors = "\(workspace.folder)/\(UUID().uuidString).stderr"
        _ = FileManager.default.createFile(atPath: errors, contents: nil)
        let process = Process()
        process.executableURL = URL(filePath: try Self.binary)
        process.arguments = command.split(separator: " ").map(String.init) + [workspace.pipeline] + options
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
        process.terminationHandler = { ended in
            let isKilled = ended.terminationReason == .uncaughtSignal
            continuation.yield(isKilled ? .killed(ended.terminationStatus) : .exited(ended.terminationStatus))
            continuation.finish()
        }
        try process.run()
        pid = process.processIdentifier
        self.endings = endings
    }

    /// Sends it a signal.
    func signal(_ number: Int32) { kill(pid, number) }

    /// Waits for its end.
    func end() async -> Ending? {
        for await ending in endings { return ending }
        return nil
    }

    /// What it has written to standard error.
    func said() throws -> String { try String(contentsOfFile: errors, encoding: .utf8) }

    /// The tool stands beside the tests.
    private static var binary: String {
        get throws {
            let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            return URL(filePath: tests).deletingLastPathComponent().appending(path: "etude").path
        }
    }
}
