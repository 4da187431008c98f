/// Runs work whose next piece may depend on earlier results, at most `width` pieces at a time.
///
/// The caller decides alone, in one task: ``next`` hands out a piece or says that nothing can be asked for now, and
/// ``receive`` takes a result, after which more may be asked for. It returns when nothing runs and ``next`` has nothing.
/// A piece that throws cancels the rest and ends the fan-out at once: `next()` of the group is awaited piece by piece,
/// because `waitForAll()` would first wait for all the others.
public struct BoundedFanOut: Sendable {
    /// The most pieces that run at a time.
    public let width: Int

    /// A fan-out of a width of at least one.
    public init(width: Int) {
        self.width = max(1, width)
    }

    /// Runs until nothing is left.
    ///
    /// - Parameters:
    ///   - next: the next piece of work, or nil if none can be started before a result arrives.
    ///   - perform: the work itself, in a task of its own.
    ///   - receive: takes one result, in order of arrival.
    /// - Throws: the first error of any of the three.
    public func run<Piece: Sendable, Result: Sendable>(
        next: () throws -> Piece?,
        perform: @escaping @Sendable (Piece) async throws -> Result,
        receive: (Result) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Result.self) { group in
            var running = 0
            while true {
                while running < width, let piece = try next() {
                    running += 1
                    group.addTask { try await perform(piece) }
                }
                guard running > 0, let result = try await group.next() else { return }
                running -= 1
                try await receive(result)
            }
        }
    }
}
