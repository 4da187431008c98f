/// How the concepts of a graph stand to one another, with what is said only from the other side.
struct SKOSHierarchy {
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

        func targets(_ start: Int32) -> [Int32] {
            var targets: [Int32] = []
            var index = first[Int(start)]
            while index >= 0 {
                targets.append(links[Int(index)].target)
                index = links[Int(index)].next
            }
            return targets
        }

        func firstTarget(_ start: Int32) -> Int32? {
            let index = first[Int(start)]
            return index < 0 ? nil : links[Int(index)].target
        }
    }

    private var broaderLinks: Links
    private var relatedLinks: Links
    private var schemeLinks: Links
    private var isBroader: [Bool]

    /// Chains of broader concepts longer than this have no end that counts, for they may be cycles.
    private static let levels = 64

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
    func broader(of concept: Int32) -> [Int32] { broaderLinks.targets(concept) }

    /// The related concepts and exact matches.
    func related(of concept: Int32) -> [Int32] { relatedLinks.targets(concept) }

    /// The schemes that a concept belongs to.
    func schemes(of concept: Int32) -> [Int32] { schemeLinks.targets(concept) }

    /// Whether a concept is broader than another.
    func hasNarrower(_ concept: Int32) -> Bool { isBroader[Int(concept)] }

    /// The broader concepts from the nearest to the topmost, each the first of its narrower one; nil where there is no end.
    func line(of concept: Int32) -> [Int32]? {
        var line: [Int32] = []
        var current = concept
        while let next = broaderLinks.firstTarget(current) {
            guard line.count < Self.levels else { return nil }
            line.append(next)
            current = next
        }
        return line
    }

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
