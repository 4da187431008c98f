import Dispatch
import EtudeCore
import EtudeStore

/// The lines of a pipe, read by a thread that waits until there is room for another.
///
/// Reading a pipe blocks for as long as its writer is silent, so it may not happen where answers are handed on.
final class PipedLines: Sendable {
    /// A line, or what is wrong with one.
    enum Item: Sendable {
        case line(Line)
        case faulty(number: Int, message: String)
    }

    /// The lines in order but for blank ones; ends with the pipe, or by ``end()``.
    let items: AsyncThrowingStream<Item, any Error>
    private let continuation: AsyncThrowingStream<Item, any Error>.Continuation
    /// Begins at zero and is raised, because one that ends below its first value is a trap of Dispatch's.
    private let room = DispatchSemaphore(value: 0)

    /// Starts to read.
    ///
    /// - Parameters:
    ///   - width: how many lines may be under way, at least one.
    ///   - open: opens the pipe.
    init(width: Int, open: @escaping @Sendable () throws(EtudeError) -> any ByteReader) {
        (items, continuation) = AsyncThrowingStream.makeStream()
        makeRoom(max(1, width))
        DispatchQueue(label: "lines of a pipe").async { [self] in read(open) }
    }

    /// Says that so many lines are done with.
    func makeRoom(_ count: Int) {
        for _ in 0..<count { room.signal() }
    }

    /// Gives no further line.
    func end() { continuation.finish() }

    private func read(_ open: () throws(EtudeError) -> any ByteReader) {
        do {
            var reader = LineReader(try open(), path: "standard input")
            var faulty = 0
            while true {
                room.wait()
                do {
                    guard let line = try reader.nextSubmission() else { break }
                    continuation.yield(.line(line))
                } catch {
                    // The same line again is one without an end, behind which nothing can be read.
                    guard error.code == .data, let number = error.place?.line, number > faulty else { throw error }
                    faulty = number
                    continuation.yield(.faulty(number: number, message: error.message))
                }
            }
            continuation.finish()
        } catch {
            continuation.finish(throwing: error)
        }
    }
}
