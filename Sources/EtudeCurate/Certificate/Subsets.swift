/// The subsets of a list.
enum Subsets {
    /// The subsets of a size, each in the order of the list, in lexicographic order of positions.
    static func of<Element>(_ elements: [Element], size: Int) -> [[Element]] {
        guard size > 0 else { return [[]] }
        guard size <= elements.count else { return [] }
        return (0...elements.count - size).flatMap { first in
            of(Array(elements[(first + 1)...]), size: size - 1).map { [elements[first]] + $0 }
        }
    }
}
