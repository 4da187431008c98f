import EtudeCore
import EtudeIngest

/// Whether training texts are audited for held-out skills that nobody labelled: `exposure: off | report | drop`, or
/// `exposure: { mode: report, sample: 200, probes: 20 }`.
public struct ExposureSpec: Sendable, Hashable {
    /// What the audit is for.
    public enum Mode: String, Sendable, Hashable, CaseIterable {
        /// There is none.
        case off
        /// A sample of the training rows is audited, and what was found is published.
        case report
        /// Every training draft is audited, and one that shows a held-out skill is rejected.
        case drop
    }

    /// What the audit is for.
    public var mode = Mode.off
    /// The most training rows of each k that are sampled.
    public var sample = 200
    /// The most held-out rows of each k that are mixed in, to see how many of them are caught.
    public var probes = 20

    /// Reads the key `exposure` of a pipeline file.
    init(_ reader: inout YAMLReader) throws(EtudeError) {
        guard !reader.isScalar("exposure") else {
            mode = try Self.mode("exposure", standard: .off, &reader)
            return
        }
        guard var reader = try reader.reader("exposure") else { return }
        mode = try Self.mode("mode", standard: .report, &reader)
        sample = try reader.int("sample", in: 1...1_000_000) ?? sample
        probes = try reader.int("probes", in: 0...1_000_000) ?? probes
        try reader.refuseUnknownKeys()
    }

    private static func mode(_ key: String, standard: Mode, _ reader: inout YAMLReader) throws(EtudeError) -> Mode {
        let words = Mode.allCases.map(\.rawValue)
        return Mode(rawValue: try SplitSpec.choice(key, of: words, default: standard.rawValue, &reader)) ?? standard
    }
}
