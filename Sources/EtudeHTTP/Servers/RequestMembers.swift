import EtudeCore
import EtudeModel

/// Puts the body of a request together.
enum RequestMembers {
    /// The members set here, then those of `extra`, which replace them.
    ///
    /// - Parameters:
    ///   - own: the members set here.
    ///   - extra: the further members of a model's block.
    ///   - reserved: those that `extra` may not hold, because answers could not be read or matched any more.
    /// - Returns: the document.
    /// - Throws: ``ModelFailure`` of kind `badRequest` if `extra` holds a reserved member.
    static func merged(
        _ own: [JSONMember],
        extra: [JSONMember],
        reserved: Set<String>
    ) throws(ModelFailure) -> JSONValue {
        if let member = extra.first(where: { reserved.contains($0.key) }) {
            throw ModelFailure(
                .badRequest,
                "The model's `extra` holds `\(member.key)`, which Etude sets itself; remove it."
            )
        }
        let replaced = Set(extra.map(\.key))
        return .object(own.filter { !replaced.contains($0.key) } + extra)
    }
}
