import Dispatch
import Synchronization

/// Works on the slices of a list on all cores at once, while the caller waits.
public enum ConcurrentSlices: Sendable {
    /// The results of all elements, in order.
    ///
    /// - Parameters:
    ///   - elements: the list.
    ///   - size: how many elements a slice has, at least 1.
    ///   - body: the work on one element; which thread does it makes no difference.
    /// - Returns: as many results.
    public static func map<Element: Sendable, Output: Sendable>(
        _ elements: [Element],
        size: Int,
        _ body: @Sendable (Element) -> Output
    ) -> [Output] {
        guard elements.count > size else { return elements.map(body) }
        let count = (elements.count + size - 1) / size
        let results = Mutex<[[Output]]>(Array(repeating: [], count: count))
        DispatchQueue.concurrentPerform(iterations: count) { slice in
            let start = slice * size
            let outputs = elements[start..<min(start + size, elements.count)].map(body)
            results.withLock { $0[slice] = outputs }
        }
        return results.withLock { $0.flatMap(\.self) }
    }
}
