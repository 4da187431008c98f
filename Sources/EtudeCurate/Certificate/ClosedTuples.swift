/// Tuples of train skills that no open row of train skills may hold together.
public struct ClosedTuples: Sendable, Hashable {
    /// How many skills a tuple has.
    public let size: Int
    /// The tuples, each as skill ids in ascending order.
    public let members: Set<[String]>

    /// Closed tuples of one size.
    ///
    /// - Parameters:
    ///   - size: how many skills a tuple has.
    ///   - tuples: the tuples, their skills in any order.
    public init(size: Int, _ tuples: some Sequence<[String]>) {
        self.size = size
        members = Set(tuples.map { $0.sorted() })
    }

    /// No tuples.
    public static let none = ClosedTuples(size: 0, [])

    /// The first closed tuple, in ascending order, that some skills hold.
    public func first(in skills: [String]) -> [String]? {
        guard !members.isEmpty else { return nil }
        return Subsets.of(skills.sorted(), size: size).first { members.contains($0) }
    }
}
