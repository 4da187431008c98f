import Foundation

/// The tool as a process of its own.
enum Tool {
    /// What a process left behind.
    struct Output {
        let code: Int32
        let stdout: String
        let stderr: String

        /// The lines on standard error.
        var complaints: [String] { stderr.split(separator: "\n").map(String.init) }
    }

    /// The checkout of the project.
    static let project = (0..<5).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }.path

    /// The folder where tests and tool are built.
    static var products: URL {
        get throws {
            let runner = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            return URL(filePath: runner).deletingLastPathComponent()
        }
    }

    /// Runs the tool to its end.
    ///
    /// - Parameters:
    ///   - arguments: what follows its name.
    ///   - folder: where it is called.
    ///   - environment: variables beside those of the tests.
    ///   - input: what it reads from standard input; nil for nothing.
    /// - Returns: its exit code, or minus the number of the signal that ended it, and what it wrote.
    /// - Throws: an error where it cannot be started.
    static func run(
        _ arguments: [String],
        in folder: TemporaryFolder,
        environment: [String: String] = [:],
        input: String? = nil
    ) throws -> Output {
        let streams = try TemporaryFolder()
        func stream(_ name: String) throws -> FileHandle {
            try streams.write("", to: name)
            return try FileHandle(forWritingTo: URL(filePath: streams(name)))
        }
        func text(_ name: String) throws -> String {
            try String(contentsOf: URL(filePath: streams(name)), encoding: .utf8)
        }
        let process = Process()
        process.executableURL = try products.appending(path: "etude")
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        let inherited = ProcessInfo.processInfo.environment.filter { $0.key != "COLUMNS" }
        process.environment = inherited.merging(environment) { $1 }
        if let input { try streams.write(input, to: "in") }
        process.standardInput =
            try input.map { _ in try FileHandle(forReadingFrom: URL(filePath: streams("in"))) } ?? .nullDevice
        process.standardOutput = try stream("out")
        process.standardError = try stream("err")
        try process.run()
        process.waitUntilExit()
        let isExit = process.terminationReason == .exit
        return Output(
            code: isExit ? process.terminationStatus : -process.terminationStatus,
            stdout: try text("out"),
            stderr: try text("err")
        )
    }
}
