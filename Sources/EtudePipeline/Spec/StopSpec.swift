import EtudeCore
import EtudeIngest

/// When a run stops by itself: `stop: { max_stall: 600, deadline: 21600 }`, in seconds.
public struct StopSpec: Sendable, Hashable {
    /// Seconds without any answer, while answers are waited for, after which the run stops.
    public var maxStall = 600
    /// Seconds after which the run stops; nil for as long as it takes.
    public var deadline: Int?

    init(_ reader: YAMLReader?) throws(EtudeError) {
        guard var reader else { return }
        maxStall = try reader.int("max_stall", in: 1...604_800) ?? maxStall
        deadline = try reader.int("deadline", in: 1...31_536_000)
        try reader.refuseUnknownKeys()
    }
}
