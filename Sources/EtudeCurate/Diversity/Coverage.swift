import EtudeCore
import Foundation

/// How many kinds occur, and how evenly.
public struct Coverage: Sendable, Hashable {
    /// How often kinds were counted, all together.
    public let occurrences: Int
    /// How many different kinds occur.
    public let kinds: Int
    /// How many could; nil where nothing says it.
    public let possible: Int?
    /// The entropy of the kinds' shares over its greatest value, the logarithm of their number (Pielou 1966): 1 where all are
    /// equally frequent; nil of fewer than two kinds.
    public let evenness: Double?

    /// The coverage by how often each kind occurs.
    ///
    /// - Parameters:
    ///   - counts: more than 0 each, in any order.
    ///   - possible: how many kinds there could be.
    public init(_ counts: [Int], possible: Int? = nil) {
        occurrences = counts.reduce(0, +)
        kinds = counts.count
        self.possible = possible
        let total = Double(occurrences)
        // In one order, since sums of fractions depend on it.
        let entropy = counts.sorted().reduce(0) { $0 - Double($1) / total * log(Double($1) / total) }
        evenness = kinds > 1 ? min(1, entropy / log(Double(kinds))) : nil
    }

    /// The coverage as a JSON object; `possible` only where it is known.
    var json: JSONValue {
        .object(
            [JSONMember("kinds", .int(kinds))] + (possible.map { [JSONMember("possible", .int($0))] } ?? [])
                + [JSONMember("occurrences", .int(occurrences)), JSONMember("evenness", .optional(evenness))]
        )
    }
}
