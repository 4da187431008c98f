import EtudeFlow

/// Works on slices of a list several at a time.
struct ParallelSlices: Sendable {
    /// How many slices are worked on at a time.
    let width: Int
    private let size: Int

    /// Slices of a size, of which so many are worked on at a time.
    init(of size: Int, width: Int) {
        self.size = size
        self.width = width
    }

    /// The results of all slices, in order.
    ///
    /// - Parameters:
    ///   - count: how many elements the list has.
    ///   - body: the work on the elements of some indices.
    /// - Returns: the results.
    /// - Throws: the error of the first slice that has one.
    func map<Output: Sendable>(
        _ count: Int,
        _ body: @escaping @Sendable (Range<Int>) throws -> Output
    ) async throws -> [Output] {
        var results = [Result<Output, any Error>?](repeating: nil, count: (count + size - 1) / size)
        var next = 0
        try await BoundedFanOut(width: width).run {
            guard next < results.count else { return nil }
            defer { next += 1 }
            return next
        } perform: { [size] (index: Int) in
            (index, Result { try body(index * size..<min(count, (index + 1) * size)) })
        } receive: { (index: Int, result: Result<Output, any Error>) in
            results[index] = result
        }
        return try results.compactMap { try $0?.get() }
    }
}
