public import EtudeCore
public import EtudeCurate
import EtudeStore

/// The figures of one file or release, or of two side by side.
public struct DiversityReport: Sendable {
    /// The figures, in the order of the names.
    public let figures: [DiversityFigures]
    /// The files or releases.
    public let names: [String]
    /// The seed of the sample.
    public let seed: Int
    /// How many texts were to be drawn.
    public let sample: Int

    /// The report as JSON: the settings, the figures under `figures`, those of the other side under `against`.
    public var json: JSONValue {
        let settings: [JSONMember] = [
            JSONMember("sample", .int(sample)), JSONMember("seed", .int(seed)),
            JSONMember("gzip_level", .int(GzipSize.level)),
        ]
        return .object(settings + zip(["figures", "against"], figures).map { JSONMember($0, $1.json) })
    }
}
