/// How the concepts of a graph stand to one another, with what is said only from the other side.
struct SKOSHierarchy {
    /// Where links lead, in order.
    struct Targets: Sequence, IteratorProtocol {
        fileprivate let links: [(target: Int32, next: Int32)]
        fileprivate var index: Int32

        mutating func next() -> Int32? {
            guard index >= 0 else { return nil }
            defer { index = links[Int(index)].next }
            return links[Int(index)].target
        }
    }

    /// Links of one kind, listed by where they begin, in order.
    private struct Links {
        private var first: [Int32]
        private var last: [Int32]
        private var links: [(target: Int32, next: Int32)] = []

        init(resources: Int) {
            first = Array(repeating: -1, count: resources)
            last = first
        }

        mutating func add(_ start: Int32, _ target: Int32) {
            let index = Int32(links.count)
            links.append((target, -1))
            if last[Int(start)] < 0 { first[Int(start)] = index } else { links[Int(last[Int(start)])].next = index }
            last[Int(start)] = index
        }

        func targets(_ start: Int32) -> Targets { Targets(links: links, index: first[Int(start)]) }

        func firstTarget(_ start: Int32) -> Int32? {
            let index = first[Int(start)]
            return index < 0 ? nil : links[Int(index)].target
        }
    }

    private var broaderLinks: Links
    private var relatedLinks: Links
    private var schemeLinks: Links
    private var isBroader: [Bool]

    /// The relations in a graph.
    init(_ graph: SKOSGraph) {
        let count = graph.resources.count
        broaderLinks = Links(resources: count)
        relatedLinks = Links(resources: count)
        schemeLinks = Links(resources: count)
        isBroader = Array(repeating: false, count: count)
        // What a concept itself says goes first.
        for fromItself in [true, false] {
            for resource in graph.described {
                for position in graph.positions(of: resource) {
                    let statement = graph.statements[position]
                    guard statement.target >= 0 else { continue }
                    add(statement.property, resource, statement.target, fromItself: fromItself)
                }
            }
        }
    }

    /// The broader concepts, the first named first.
    func broader(of concept: Int32) -> Targets { broaderLinks.targets(concept) }

    /// The related concepts and exact matches.
    func related(of concept: Int32) -> Targets { relatedLinks.targets(concept) }

    /// The schemes that a concept belongs to.
    func schemes(of concept: Int32) -> Targets { schemeLinks.targets(concept) }

    /// Whether a concept is broader than another.
    func hasNarrower(_ concept: Int32) -> Bool { isBroader[Int(concept)] }

    /// The broader concept named first; nil where there is none.
    func nearestBroader(of concept: Int32) -> Int32? { broaderLinks.firstTarget(concept) }

    private mutating func add(_ property: SKOSName, _ subject: Int32, _ target: Int32, fromItself: Bool) {
        switch (property, fromItself) {
        case (.broader, true):
            broaderLinks.add(subject, target)
            isBroader[Int(target)] = true
        case (.narrower, false):
            broaderLinks.add(target, subject)
            isBroader[Int(subject)] = true
        case (.inScheme, true), (.topConceptOf, true): schemeLinks.add(subject, target)
        case (.hasTopConcept, false): schemeLinks.add(target, subject)
        case (.related, true), (.exactMatch, true): relatedLinks.add(subject, target)
        case (.related, false), (.exactMatch, false): relatedLinks.add(target, subject)
        default: break
        }
    }
}
