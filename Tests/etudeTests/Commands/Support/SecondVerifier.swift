import Foundation
import Testing

/// `Tests/verify_release.py`, which checks a release by the words of DESIGN.md and without the program.
enum SecondVerifier {
    /// Whether Python is installed.
    static let isAvailable = (try? run(["-c", ""])) == Result(code: 0, output: "")

    /// What a process left behind.
    struct Result: Equatable {
        let code: Int32
        let output: String

        /// The rules that it found broken.
        var rules: Set<String> {
            Set(output.split(separator: "\n").compactMap { $0.wholeMatch(of: /.*\[([a-z-]+)\]/).map { String($0.1) } })
        }
    }

    /// Checks a release.
    static func verify(_ folder: String, _ more: [String] = []) throws -> Result {
        try run(["\(Tool.project)/Tests/verify_release.py", folder] + more)
    }

    /// Runs Python to its end; what it says on standard error is part of its output.
    static func run(_ arguments: [String]) throws -> Result {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Result(code: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
    }
}

extension Trait where Self == ConditionTrait {
    /// The test needs Python.
    static var needsPython: Self { .enabled(if: SecondVerifier.isAvailable, "python3 is not installed") }
}

/// Expects the second verifier, where it can run, to find some rules broken, too.
func expectSecondVerifier(
    _ folder: String,
    finds rules: Set<String>,
    orMore: Bool = false,
    _ location: SourceLocation = #_sourceLocation
) throws {
    guard SecondVerifier.isAvailable else { return }
    let second = try SecondVerifier.verify(folder)
    #expect(second.code == 65, "\(second.output)", sourceLocation: location)
    let isRight = orMore ? second.rules.isSuperset(of: rules) : second.rules == rules
    #expect(isRight, "\(second.output)", sourceLocation: location)
}
