/// A few of many things: those with the smallest ids.
///
/// Ids are hashes, so these are as good as drawn, and always the same.
struct LeastSample<Element> {
    /// How many are kept at most.
    let most: Int
    private var kept: [(id: String, element: Element)] = []

    /// A sample of nothing yet.
    init(most: Int) {
        self.most = most
    }

    /// The things, the smallest id first.
    var elements: [Element] { kept.map(\.element) }

    /// Takes a thing, if its id is among the smallest so far; it is made only then.
    mutating func offer(_ id: String, _ element: () -> Element) {
        guard kept.count < most || kept.last.map({ id < $0.id }) ?? false else { return }
        let place = kept.firstIndex { id < $0.id } ?? kept.count
        kept.insert((id, element()), at: place)
        if kept.count > most { kept.removeLast() }
    }
}
