import EtudeCore

/// Makes entries of the concepts of a graph, and counts what gives none.
struct SKOSEntries {
    private let graph: SKOSGraph
    private let settings: SourceSettings
    private let category: SKOSCategory
    private let labels: SKOSLabels
    private let hierarchy: SKOSHierarchy
    private let file: String
    /// The ids of the resources that have a name.
    private var ids: [Int32: String] = [:]

    /// The entries of a graph.
    init(_ graph: SKOSGraph, _ settings: SourceSettings, _ category: SKOSCategory, file: String) {
        self.graph = graph
        self.settings = settings
        self.category = category
        self.file = file
        labels = SKOSLabels(graph)
        hierarchy = SKOSHierarchy(graph)
    }

    /// Hands all entries on, in the order of the document.
    mutating func collect(into collector: inout EntryCollector) throws(EtudeError) {
        var taken: [(resource: Int32, name: String)] = []
        var several: (first: Place, count: Int)?
        for resource in graph.described {
            let place = place(of: resource)
            guard graph.resources[Int(resource)].resourceClass == .concept else {
                if let reason = otherKind(resource) { collector.skip(reason, at: place) }
                continue
            }
            let name = labels.name(of: resource)
            if let reason = exclusion(of: resource, name) {
                collector.skip(reason, at: place)
            } else if let name {
                taken.append((resource, name))
                if labels.hasSeveralNames(resource) { several = (several?.first ?? place, (several?.count ?? 0) + 1) }
            }
        }
        let concepts = Set(taken.map(\.resource))
        for (resource, name) in taken {
            collector.take(entry(resource, name, concepts))
            try collector.refuseExcess(in: file)
        }
        guard let several else { return }
        let text = "\(several.count) concepts have two preferred labels in one language; the first counts, others are aliases."
        collector.note(Diagnostic(.note, rule: "several-labels", text, at: several.first))
    }

    private mutating func entry(_ resource: Int32, _ name: String, _ concepts: Set<Int32>) -> CatalogEntry {
        var entry = CatalogEntry(name: name, place: place(of: resource))
        let address = graph.resources[Int(resource)].address
        entry.source = address
        entry.origin = address
        entry.definition = labels.definition(of: resource)
        var seen: Set<String> = [name]
        entry.aliases = labels.all([.prefLabel, .altLabel, .altLabelResource], of: resource)
            .filter { seen.insert($0).inserted }
        entry.inflections = labels.all([.hiddenLabel, .hiddenLabelResource], of: resource)
            .filter { seen.insert($0).inserted }
        entry.examples = labels.all([.example], of: resource)
        entry.category = category(of: resource)
        var neighbours: Set<String> = []
        for neighbour in hierarchy.related[resource] ?? [] where neighbour != resource && concepts.contains(neighbour) {
            guard let id = id(of: neighbour), neighbours.insert(id).inserted else { continue }
            entry.related.append(id)
        }
        return entry
    }

    /// Why a concept gives no entry, if it gives none.
    private func exclusion(of resource: Int32, _ name: String?) -> String? {
        if labels.all([.deprecated], of: resource).contains(where: { $0 == "true" || $0 == "1" }) { return "deprecated" }
        if let schemes = settings.filters["scheme"] {
            let own = (hierarchy.schemes[resource] ?? []).map { graph.resources[Int($0)].address }
            guard own.contains(where: schemes.contains) else { return "another scheme" }
        }
        if let prefixes = settings.filters["notation"] {
            let own = labels.all([.notation], of: resource)
            guard own.contains(where: { text in prefixes.contains { text.hasPrefix($0) } }) else { return "another notation" }
        }
        guard name == nil else { return nil }
        let hasOther = graph.resources[Int(resource)].hasOtherLabel
        return hasOther ? "no label in the language \"\(settings.language)\"" : "no label"
    }

    /// What a resource is that is no concept; nil for one that is a part of concepts, such as a note.
    private func otherKind(_ resource: Int32) -> String? {
        guard !graph.resources[Int(resource)].address.isEmpty else { return nil }
        switch graph.resources[Int(resource)].resourceClass {
        case .conceptScheme: return "a scheme, not a concept"
        case .collection, .orderedCollection: return "a collection, not a concept"
        case .labelResource: return nil
        default:
            let isText = graph.statements(of: resource).contains { [.value, .literalForm].contains($0.property) }
            return isText ? nil : "a resource of another class, not a concept"
        }
    }

    private mutating func category(of resource: Int32) -> String? {
        switch category {
        case .top:
            let line = hierarchy.line(of: resource)
            if let id = line?.last(where: { id(of: $0) != nil }).flatMap({ id(of: $0) }) { return id }
            return line?.isEmpty == true && hierarchy.parents.contains(resource) ? id(of: resource) : nil
        case .broader:
            for broader in hierarchy.broader[resource] ?? [] {
                if let id = id(of: broader) { return id }
            }
            return nil
        case .scheme:
            for scheme in hierarchy.schemes[resource] ?? [] {
                if let id = id(of: scheme) { return id }
            }
            return nil
        case .notation:
            let notation = labels.all([.notation], of: resource).first ?? ""
            let id = Identifier.of(String(notation.prefix { $0.isLetter || $0.isNumber }))
            return id.isEmpty ? nil : id
        }
    }

    /// The name of a resource in kebab-case, made once.
    private mutating func id(of resource: Int32) -> String? {
        if let id = ids[resource] { return id.isEmpty ? nil : id }
        let id = labels.name(of: resource).map { Identifier.of($0) } ?? ""
        ids[resource] = id
        return id.isEmpty ? nil : id
    }

    private func place(of resource: Int32) -> Place {
        Place(file: file, line: Int(graph.resources[Int(resource)].line))
    }
}
