import EtudeCore
import EtudeIngest

/// Where skills and topics come from.
public struct CatalogSpec: Sendable {
    /// `shipped`, or a path relative to the pipeline file.
    public var skills: String
    /// `shipped`, or a path relative to the pipeline file.
    public var topics: String
    /// What is dropped for being too common; nil for nothing.
    public var frequency: FrequencySpec?

    init(_ reader: YAMLReader?) throws(EtudeError) {
        var reader = reader
        skills = try reader?.string("skills") ?? "shipped"
        topics = try reader?.string("topics") ?? "shipped"
        frequency = try reader?.reader("frequency").map(FrequencySpec.init)
        try reader?.refuseUnknownKeys()
    }
}
