public import EtudeCore

/// All sets of k skills of a pool, each with every topic of a pool, numbered from 0.
///
/// Sets are numbered by the combinatorial number system (Lehmer 1964): skills at indexes c1 < … < ck have the number
/// C(c1, 1) + … + C(ck, k); a combination has the rank number × topics + topic.
public struct CombinationSpace: Sendable, Hashable {
    /// The pool of skills.
    public let skills: [String]
    /// How many skills a combination holds.
    public let k: Int
    /// The pool of topics.
    public let topics: [String]
    /// How many combinations there are: C(n, k) · topics, at most 2^127 - 1.
    public let size: UInt128

    private let binomials: Binomials

    /// The space of two pools.
    ///
    /// - Parameters:
    ///   - skills: the pool of skills, without repeats.
    ///   - k: how many skills a combination holds.
    ///   - topics: the pool of topics, without repeats.
    /// - Throws: ``EtudeError`` with code `config` when k is not in 1...n, when there is no topic, and when the space is too large
    ///   to be numbered.
    public init(skills: [String], k: Int, topics: [String]) throws(EtudeError) {
        guard k >= 1 else {
            throw EtudeError(.config, "k is \(k); a text must show at least 1 skill.")
        }
        guard k <= skills.count else {
            throw EtudeError(.config, "k is \(k), but the pool has only \(skills.count) skills; ask for a smaller k.")
        }
        guard !topics.isEmpty else {
            throw EtudeError(
                .config,
                "The pool has 0 topics; hold out a part of the topics, or ask for the other side."
            )
        }
        binomials = Binomials(upTo: skills.count, k: k)
        let (size, overflow) = binomials[skills.count, k].multipliedReportingOverflow(by: UInt128(topics.count))
        guard !overflow, size <= UInt128.max / 2 else {
            throw EtudeError(
                .config,
                "\(k) of \(skills.count) skills on \(topics.count) topics are more than 2^127 combinations; use a smaller k."
            )
        }
        self.skills = skills
        self.k = k
        self.topics = topics
        self.size = size
    }

    /// The combination of a rank, in time O(k log n).
    ///
    /// - Parameter rank: a number below ``size``.
    /// - Returns: the skills' indexes in ascending order, and the topic's.
    public func combination(_ rank: UInt128) -> (skillIndexes: [Int], topicIndex: Int) {
        precondition(rank < size, "A rank lies inside its space.")
        let (number, topic) = rank.quotientAndRemainder(dividingBy: UInt128(topics.count))
        var rest = number
        var bound = skills.count
        var indexes = [Int](repeating: 0, count: k)
        for i in stride(from: k, through: 1, by: -1) {
            bound = binomials.largest(below: bound, choosing: i, notAbove: rest)
            rest -= binomials[bound, i]
            indexes[i - 1] = bound
        }
        return (indexes, Int(topic))
    }

    /// The rank of a combination.
    ///
    /// - Parameters:
    ///   - skillIndexes: k different indexes in ascending order.
    ///   - topicIndex: the topic's index.
    /// - Returns: the number below ``size`` from which ``combination(_:)`` makes the combination again.
    public func rank(of skillIndexes: [Int], topicIndex: Int) -> UInt128 {
        var number: UInt128 = 0
        for (place, index) in skillIndexes.enumerated() {
            number += binomials[index, place + 1]
        }
        return number * UInt128(topics.count) + UInt128(topicIndex)
    }

    /// The rank of a combination by its ids, in any order; nil when one of them is not in the pools.
    public func rank(of combination: Combination) -> UInt128? {
        let indexes = combination.skills.compactMap(skills.firstIndex(of:)).sorted()
        guard indexes.count == k, Set(indexes).count == k, let topic = topics.firstIndex(of: combination.topic) else {
            return nil
        }
        return rank(of: indexes, topicIndex: topic)
    }
}
