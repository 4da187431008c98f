import EtudeModel
import Testing

@Suite struct BatchLabelTests {
    private let label = BatchLabel(run: "demo", digest: "d1", requests: 3, intendedAt: 10_000)

    private func status(total: Int = 3, createdAt: Int = 10_100, metadata: [String: String]? = nil) -> BatchStatus {
        BatchStatus(
            id: "b",
            phase: .open,
            word: "in_progress",
            total: total,
            createdAt: createdAt,
            metadata: metadata
        )
    }

    @Test func `Where notes are kept, they alone decide`() {
        let own = Dictionary(uniqueKeysWithValues: label.metadata.map { ($0.key, $0.value) })
        #expect(label.fits(status(total: 0, createdAt: 0, metadata: own.merging(["more": "x"]) { $1 })))
        #expect(!label.fits(status(metadata: [:])))
        #expect(!label.fits(status(metadata: own.merging(["etude_requests_sha256": "d2"]) { $1 })))
        #expect(!label.fits(status(metadata: own.merging(["etude_run": "other"]) { $1 })))
    }

    @Test func `Where none are kept, number and time decide, within an hour that clocks may differ`() {
        #expect(label.fits(status()))
        #expect(label.fits(status(createdAt: 6_400)))
        #expect(!label.fits(status(createdAt: 6_399)))
        #expect(!label.fits(status(total: 4)))
    }
}
