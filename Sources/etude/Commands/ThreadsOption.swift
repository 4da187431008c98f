import ArgumentParser
import Foundation

/// How many rows a verb over files works on at the same time.
struct ThreadsOption: ParsableArguments {
    @Option(help: "How many rows are worked on at the same time; without it, one for each processor.")
    var threads: Int?

    /// The number.
    var count: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

    func validate() throws {
        guard threads ?? 1 > 0 else { throw ValidationError("--threads is at least 1.") }
    }
}
