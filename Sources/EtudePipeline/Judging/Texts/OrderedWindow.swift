/// Puts results that arrive in any order back into the order in which their work began, and bounds how many wait.
struct OrderedWindow<Value: Sendable>: Sendable {
    /// The most pieces of work that have begun and are not yet handed on.
    let size: Int
    private var begun = 0
    private var handedOn = 0
    private var waiting: [Int: Value] = [:]

    /// A window of a size of at least one; where another bounds what begins, of any.
    init(size: Int = .max) {
        self.size = max(1, size)
    }

    /// Whether another piece may begin.
    var hasRoom: Bool { begun - handedOn < size }

    /// The number of the piece that begins now.
    mutating func begin() -> Int {
        defer { begun += 1 }
        return begun
    }

    /// Takes the result of a piece.
    ///
    /// - Parameters:
    ///   - number: the piece.
    ///   - value: its result.
    /// - Returns: the results whose turn it is now, in order.
    mutating func finish(_ number: Int, _ value: Value) -> [Value] {
        waiting[number] = value
        var due: [Value] = []
        while let next = waiting.removeValue(forKey: handedOn) {
            due.append(next)
            handedOn += 1
        }
        return due
    }
}
