import EtudeCore
import EtudeIngest

/// Where skills and topics come from.
public struct CatalogSpec: Sendable {
    /// The sources of skills, the one that comes first in all doubts first.
    public var skills: [CatalogSourceSpec]
    /// The sources of topics, likewise.
    public var topics: [CatalogSourceSpec]
    /// Whether entries that a model proposed and nobody reviewed may be used.
    public var allowsUnreviewed: Bool
    /// What is dropped for being too common; nil for nothing.
    public var frequency: FrequencySpec?

    init(_ reader: YAMLReader?) throws(EtudeError) {
        var reader = reader
        skills = try CatalogSourceSpec.list("skills", &reader)
        topics = try CatalogSourceSpec.list("topics", &reader)
        frequency = try reader?.reader("frequency").map(FrequencySpec.init)
        let unreviewed = try reader?.string("unreviewed") ?? "refuse"
        guard let reader else {
            allowsUnreviewed = false
            return
        }
        guard ["refuse", "allow"].contains(unreviewed) else {
            throw reader.failure("unreviewed", "`refuse` or `allow` is expected here.")
        }
        allowsUnreviewed = unreviewed == "allow"
        try reader.refuseUnknownKeys()
    }

    /// The settings as the pipeline file has them.
    var resolved: JSONValue {
        var members = [
            JSONMember("skills", CatalogSourceSpec.resolved(skills)),
            JSONMember("topics", CatalogSourceSpec.resolved(topics)),
        ]
        if allowsUnreviewed { members.append(JSONMember("unreviewed", "allow")) }
        if let frequency { members.append(JSONMember("frequency", frequency.resolved)) }
        return .object(members)
    }
}
