import Foundation

/// The tool as a process that is spoken to through pipes.
final class PipedTool {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let codes: AsyncStream<Int32>
    private var bytes = Data()

    /// Starts the tool; what it says on standard error goes nowhere.
    init(_ arguments: [String], in folder: TemporaryFolder) throws {
        process.executableURL = try Tool.products.appending(path: "etude")
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        let (codes, continuation) = AsyncStream.makeStream(of: Int32.self)
        self.codes = codes
        process.terminationHandler = { ended in
            continuation.yield(ended.terminationStatus)
            continuation.finish()
        }
        try process.run()
    }

    /// Writes some lines.
    func write(_ lines: Data) throws { try input.fileHandleForWriting.write(contentsOf: lines) }

    /// Writes a line.
    func write(_ line: String) throws { try write(Data("\(line)\n".utf8)) }

    /// Waits for the next line; nil at the end.
    func read() -> String? {
        while true {
            if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
                defer { bytes.removeSubrange(...end) }
                return String(decoding: bytes[..<end], as: UTF8.self)
            }
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { return nil }
            bytes += more
        }
    }

    /// Ends its input and waits for its end.
    ///
    /// - Returns: the exit code.
    func end() throws -> Int32 {
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Waits for its end while its input stays open.
    ///
    /// - Returns: the exit code.
    func ended() async -> Int32? {
        for await code in codes { return code }
        return nil
    }
}
