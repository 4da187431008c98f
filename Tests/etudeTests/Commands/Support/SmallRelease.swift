import EtudePublish
import Testing

/// Makes a release of a few rows with the built-in models, once for the suite that has this trait.
struct SmallRelease: SuiteTrait, TestScoping {
    /// The folder of the release.
    @TaskLocal static var folder = ""

    /// Rows of the quickstart, a few a cell.
    static let settings = [
        "splits.train.k={1: 4, 2: 6, 3: 4}", "splits.validation.k={2: 4}", "splits.heldout_pairs.k={2: 4}",
        "splits.heldout_topics.k={2: 4}", "splits.heldout_skills.k={2: 4}", "splits.heldout.k={2: 4}",
        "splits.evaluation.k={2: 4}", "sets.d123_equal.rows=6", "output.directory=out",
    ]

    @concurrent func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        let output = try TemporaryFolder()
        let overrides = Self.settings.flatMap { ["--set", $0] }
        let made = try Tool.run(["run", "\(Tool.project)/Pipelines/quickstart.yaml"] + overrides, in: output)
        try #require(made.code == 0, "\(made.stderr)")
        let folder = try ReleaseReader(output("out/current")).folder
        try await Self.$folder.withValue(folder) { try await function() }
    }
}

extension Trait where Self == SmallRelease {
    /// A release of a few rows stands at `SmallRelease.folder`.
    static var smallRelease: Self { SmallRelease() }
}
