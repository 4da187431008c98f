/// Why a text is not JSON.
public struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The byte at which reading stopped, from 0.
    public let offset: Int
    /// What is wrong there.
    public let problem: String

    /// A problem at an offset.
    public init(offset: Int, problem: String) {
        self.offset = offset
        self.problem = problem
    }

    /// The problem with its offset.
    public var description: String { "not JSON at byte \(offset): \(problem)" }
}
