/// Cuts a list into as few parts as a limit allows, of sizes that differ by one at most.
enum EvenParts {
    /// The parts in order.
    static func of<Element>(_ elements: [Element], atMost limit: Int) -> [[Element]] {
        let count = (elements.count + limit - 1) / limit
        return (0..<count).map { Array(elements[elements.count * $0 / count..<elements.count * ($0 + 1) / count]) }
    }
}
