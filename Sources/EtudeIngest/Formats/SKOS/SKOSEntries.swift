import EtudeCore

/// Makes entries of the concepts of a graph, and counts what gives none.
struct SKOSEntries {
    private let graph: SKOSGraph
    private let settings: SourceSettings
    private let category: SKOSCategory
    private let hierarchy: SKOSHierarchy
    private let file: String
    /// The names of resources in kebab-case, as far as they were asked for; empty where there is none.
    private var ids: [String?]
    /// Whether each resource gives an entry.
    private var isTaken: [Bool]

    /// The entries of a graph.
    init(_ graph: SKOSGraph, _ settings: SourceSettings, _ category: SKOSCategory, file: String) {
        self.graph = graph
        self.settings = settings
        self.category = category
        self.file = file
        hierarchy = SKOSHierarchy(graph)
        ids = Array(repeating: nil, count: graph.resources.count)
        isTaken = Array(repeating: false, count: graph.resources.count)
    }

    /// Hands all entries on, in the order of the document.
    mutating func collect(into collector: inout EntryCollector) throws(EtudeError) {
        var several: (first: Place, count: Int)?
        for resource in graph.described {
            let place = place(of: resource)
            let description = SKOSDescription(of: resource, in: graph)
            if let reason = exclusion(of: resource, description) {
                collector.skip(reason, at: place)
            } else if isConcept(resource) {
                isTaken[Int(resource)] = true
                if description.hasSeveralNames { several = (several?.first ?? place, (several?.count ?? 0) + 1) }
            }
        }
        for resource in graph.described where isTaken[Int(resource)] {
            if let entry = entry(of: resource) { collector.take(entry) }
            try collector.refuseExcess(in: file)
        }
        guard let several else { return }
        let text =
            "\(several.count) concepts have two preferred labels in one language; the first counts, others are aliases."
        collector.note(Diagnostic(.note, rule: "several-labels", text, at: several.first))
    }

    private mutating func entry(of resource: Int32) -> CatalogEntry? {
        let description = SKOSDescription(of: resource, in: graph)
        guard let name = description.name else { return nil }
        var entry = CatalogEntry(name: name, place: place(of: resource))
        entry.source = graph.address(of: resource)
        entry.origin = entry.source
        entry.definition = description.definition
        entry.aliases = description.aliases
        entry.inflections = description.inflections
        entry.examples = description.examples
        entry.category = category(of: resource, description)
        var seen: Set<Int32> = [resource]
        for neighbour in hierarchy.related(of: resource) where isTaken[Int(neighbour)] {
            guard seen.insert(neighbour).inserted, let id = id(of: neighbour) else { continue }
            entry.related.append(id)
        }
        return entry
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

    private mutating func category(of resource: Int32, _ description: SKOSDescription) -> String? {
        switch category {
        case .top:
            guard let line = hierarchy.line(of: resource) else { return nil }
            for broader in line.reversed() {
                if let id = id(of: broader) { return id }
            }
            return line.isEmpty && hierarchy.hasNarrower(resource) ? id(of: resource) : nil
        case .broader: return firstID(hierarchy.broader(of: resource))
        case .scheme: return firstID(hierarchy.schemes(of: resource))
        case .notation:
            let id = Identifier.of(String((description.notations.first ?? "").prefix { $0.isLetter || $0.isNumber }))
            return id.isEmpty ? nil : id
        }
    }

    private mutating func firstID(_ resources: [Int32]) -> String? {
        for resource in resources {
            if let id = id(of: resource) { return id }
        }
        return nil
    }

    /// The name of a resource in kebab-case, made once.
    private mutating func id(of resource: Int32) -> String? {
        let id = ids[Int(resource)] ?? SKOSDescription(of: resource, in: graph).name.map { Identifier.of($0) } ?? ""
        ids[Int(resource)] = id
        return id.isEmpty ? nil : id
    }

    private func place(of resource: Int32) -> Place {
        Place(file: file, line: Int(graph.resources[Int(resource)].line))
    }
}
