public import EtudeCore

/// Two skills so close that who trains on the one has learned something of the other.
public struct Kin: Sendable, Hashable {
    /// What makes them kin.
    public enum Tie: Sendable, Hashable {
        /// One names the other, or each the other, among its `related`.
        case related
        /// Both go by a name, after folding.
        case name(String)
        /// Both names are kinds of one thing, as verbal and dramatic irony are of irony.
        case parent(String)
        /// Their definitions have this share of the shorter one in common, in percent, rare words weighing more.
        case definition(percent: Int)
    }

    /// The id of the skill that comes first in the catalog.
    public let first: String
    /// The id of the other.
    public let second: String
    /// What makes them kin, in the order of the cases.
    public let ties: [Tie]

    /// Why they are kin, as a clause for a person.
    public var reason: String { ties.map(\.description).joined(separator: ", and ") }

    /// The pair as JSON: both ids and the reason.
    public var json: JSONValue {
        ["first": .string(first), "second": .string(second), "reason": .string(reason)]
    }
}

extension Kin.Tie: CustomStringConvertible {
    /// A clause for a person.
    public var description: String {
        switch self {
        case .related: "they are related"
        case .name(let name): "both are called \"\(name)\""
        case .parent(let parent): "both are kinds of \"\(parent)\""
        case .definition(let percent): "their definitions share \(percent)% of the shorter one"
        }
    }
}
