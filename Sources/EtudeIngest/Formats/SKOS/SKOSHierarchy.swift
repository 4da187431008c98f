/// How the concepts of a graph stand to one another, with what is said only from the other side.
struct SKOSHierarchy {
    /// Broader concepts, the first named first.
    private(set) var broader: [Int32: [Int32]] = [:]
    /// Related concepts and exact matches.
    private(set) var related: [Int32: [Int32]] = [:]
    /// The schemes that a concept belongs to.
    private(set) var schemes: [Int32: [Int32]] = [:]
    /// The resources that are broader than another.
    private(set) var parents: Set<Int32> = []

    /// Chains of broader concepts longer than this have no end that counts, for they may be cycles.
    private static let levels = 64

    /// The relations in a graph.
    init(_ graph: SKOSGraph) {
        for resource in graph.described {
            for statement in graph.statements(of: resource) where statement.target >= 0 {
                switch statement.property {
                case .broader: broader[resource, default: []].append(statement.target)
                case .inScheme, .topConceptOf: schemes[resource, default: []].append(statement.target)
                case .related, .exactMatch: related[resource, default: []].append(statement.target)
                default: break
                }
            }
        }
        for resource in graph.described {
            for statement in graph.statements(of: resource) where statement.target >= 0 {
                switch statement.property {
                case .narrower: broader[statement.target, default: []].append(resource)
                case .hasTopConcept: schemes[statement.target, default: []].append(resource)
                case .related, .exactMatch: related[statement.target, default: []].append(resource)
                default: break
                }
            }
        }
        for targets in broader.values { parents.formUnion(targets) }
    }

    /// The broader concepts from the nearest to the topmost, each the first of its narrower one; nil where there is no end.
    func line(of concept: Int32) -> [Int32]? {
        var line: [Int32] = []
        var current = concept
        while let next = broader[current]?.first {
            guard line.count < Self.levels else { return nil }
            line.append(next)
            current = next
        }
        return line
    }
}
