@testable import EtudeModel
import Testing

@Suite struct BackoffTests {
    @Test func `Ceilings double up to the longest`() {
        let backoff = Backoff(first: .milliseconds(500), longest: .seconds(60))
        let ceilings = [0, 1, 2, 6, 7, 100, 1 << 40].map { backoff.ceiling(after: $0) }
        #expect(ceilings == [0.5, 1, 2, 32, 60, 60, 60].map { Duration.seconds($0) })
    }
}
