import EtudeMarkup
import Testing

struct MarkupLimitsTests {
    @Test func `A document has limits without being asked`() {
        let limits = MarkupLimits()
        #expect(limits.depth < 256, "libxml2 itself stops at 256")
        #expect(limits.textBytes < 10_000_000, "libxml2 itself stops at 10 MB")
    }
}
