import EtudeCore

/// Makes entries of the concepts of a graph, and counts what gives none.
struct SKOSEntries {
    private let graph: SKOSGraph
    private let settings: SourceSettings
    private let category: SKOSCategory
    private let hierarchy: SKOSHierarchy
    private let file: String
    /// The names of the resources in kebab-case; empty where there is none.
    private var ids: [String]
    /// Whether each resource gives an entry.
    private var isTaken: [Bool]
    /// The concept to which each resource was last found related.
    private var relatedTo: [Int32]

    /// Chains of broader concepts longer than this have no end that counts, for they may be cycles.
    private static let levels = 64

    /// The entries of a graph.
    init(_ graph: SKOSGraph, _ settings: SourceSettings, _ category: SKOSCategory, file: String) {
        self.graph = graph
        self.settings = settings
        self.category = category
        self.file = file
        hierarchy = SKOSHierarchy(graph)
        ids = Array(repeating: "", count: graph.resources.count)
        relatedTo = Array(repeating: -1, count: graph.resources.count)
        isTaken = Array(repeating: false, count: graph.resources.count)
    }

    /// Hands all entries on, in the order of the document.
    mutating func collect(into collector: inout EntryCollector) throws(EtudeError) {
        var taken: [Int32] = []
        var several: (first: Place, count: Int)?
        for resource in graph.described {
            let place = place(of: resource)
            let description = SKOSDescription(of: resource, in: graph)
            if let name = description.name { ids[Int(resource)] = Identifier.of(name) }
            if let reason = exclusion(of: resource, description) {
                collector.skip(reason, at: place)
            } else if isConcept(resource), let name = description.name {
                isTaken[Int(resource)] = true
                taken.append(resource)
                collector.take(entry(of: resource, name, description, at: place))
                if description.hasSeveralNames { several = (several?.first ?? place, (several?.count ?? 0) + 1) }
            }
            try collector.refuseExcess(in: file)
        }
        // Relations wait until all ids are known.
        var next = taken.count - collector.entries.count
        collector.update { entry in
            if next >= 0 { relate(&entry, taken[next]) }
            next += 1
        }
        guard let several else { return }
        let text =
            "\(several.count) concepts have two preferred labels in one language; the first counts, others are aliases."
        collector.note(Diagnostic(.note, rule: "several-labels", text, at: several.first))
    }

    /// The entry of a concept, less what it has of other resources.
    private func entry(
        of resource: Int32,
        _ name: String,
        _ description: SKOSDescription,
        at place: Place
    ) -> CatalogEntry {
        var entry = CatalogEntry(name: name, place: place)
        entry.source = graph.address(of: resource)
        entry.origin = entry.source
        entry.definition = description.definition
        entry.aliases = description.aliases
        entry.inflections = description.inflections
        entry.examples = description.examples
        if category == .notation {
            let id = Identifier.of(String((description.notations.first ?? "").prefix { $0.isLetter || $0.isNumber }))
            entry.category = id.isEmpty ? nil : id
        }
        return entry
    }

    /// Gives an entry the ids of other resources.
    private mutating func relate(_ entry: inout CatalogEntry, _ resource: Int32) {
        switch category {
        case .top: entry.category = topmost(of: resource)
        case .broader: entry.category = firstID(hierarchy.broader(of: resource))
        case .scheme: entry.category = firstID(hierarchy.schemes(of: resource))
        case .notation: break
        }
        relatedTo[Int(resource)] = resource
        for neighbour in hierarchy.related(of: resource) where isTaken[Int(neighbour)] {
            guard relatedTo[Int(neighbour)] != resource, hasID(neighbour) else { continue }
            relatedTo[Int(neighbour)] = resource
            entry.related.append(ids[Int(neighbour)])
        }
    }

    private func isConcept(_ resource: Int32) -> Bool { graph.resources[Int(resource)].resourceClass == .concept }

    /// Why a resource gives no entry, if it is one that is counted and gives none.
    private func exclusion(of resource: Int32, _ description: SKOSDescription) -> String? {
        guard isConcept(resource) else { return otherKind(resource) }
        if description.isDeprecated { return "deprecated" }
        if let schemes = settings.filters["scheme"] {
            let own = hierarchy.schemes(of: resource).lazy.map { graph.address(of: $0) }
            guard own.contains(where: schemes.contains) else { return "another scheme" }
        }
        if let prefixes = settings.filters["notation"] {
            let own = description.notations
            guard own.contains(where: { text in prefixes.contains { text.hasPrefix($0) } }) else {
                return "another notation"
            }
        }
        guard description.name == nil else { return nil }
        let hasOther = graph.resources[Int(resource)].hasOtherLabel
        return hasOther ? "no label in the language \"\(settings.language)\"" : "no label"
    }

    /// What a resource is that is no concept; nil for one that is a part of concepts, such as a note.
    private func otherKind(_ resource: Int32) -> String? {
        guard !graph.address(of: resource).isEmpty else { return nil }
        switch graph.resources[Int(resource)].resourceClass {
        case .conceptScheme: return "a scheme, not a concept"
        case .collection, .orderedCollection: return "a collection, not a concept"
        case .labelResource: return nil
        default:
            let isText = graph.positions(of: resource).contains {
                [.value, .literalForm].contains(graph.statements[$0].property)
            }
            return isText ? nil : "a resource of another class, not a concept"
        }
    }

    /// The topmost of the broader concepts that has a name, each the first of its narrower one.
    ///
    /// It is the concept itself where there is none and others are narrower, and none where there is no end.
    private func topmost(of resource: Int32) -> String? {
        var current = resource
        var topmost: Int32?
        for _ in 0...Self.levels {
            guard let broader = hierarchy.nearestBroader(of: current) else {
                if current == resource, hierarchy.hasNarrower(resource), hasID(resource) { topmost = resource }
                return topmost.map { ids[Int($0)] }
            }
            if hasID(broader) { topmost = broader }
            current = broader
        }
        return nil
    }

    private func firstID(_ resources: SKOSHierarchy.Targets) -> String? {
        for resource in resources where hasID(resource) { return ids[Int(resource)] }
        return nil
    }

    private func hasID(_ resource: Int32) -> Bool { !ids[Int(resource)].isEmpty }

    private func place(of resource: Int32) -> Place {
        Place(file: file, line: Int(graph.resources[Int(resource)].line))
    }
}
