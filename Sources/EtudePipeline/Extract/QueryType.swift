/// A kind of request, as Instruct-SkillMix combines them with skills.
public struct QueryType: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// What is given and wanted.
    public var description: String
    /// Whole instructions of this kind.
    public var examples: [String]
    /// Who proposed it, in answer to which request.
    public var origin: String
}
