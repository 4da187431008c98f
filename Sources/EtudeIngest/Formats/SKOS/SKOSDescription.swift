/// What a graph says of one resource in words.
struct SKOSDescription {
    private struct Text {
        let text: String
        let rank: LanguageChoice.Rank
        /// Whether the text stands in a resource of its own, to which others may point too.
        var isShared = false
    }

    /// Of a text's own resource no more statements are looked at, for many others may point to it.
    private static let values = 64

    /// Preferred labels, those of SKOS-XL, labels of RDFS and titles: the first of which there are any make the name.
    private var names: [Text] = []
    private var nameResources: [Text] = []
    private var labels: [Text] = []
    private var titles: [Text] = []
    private var alternatives: [Text] = []
    private var hidden: [Text] = []
    private var definitions: [Text] = []
    private var scopeNotes: [Text] = []
    private var examplesGiven: [Text] = []
    /// The notations, in order.
    private(set) var notations: [String] = []
    /// Whether the resource is of use no more.
    private(set) var isDeprecated = false

    /// Gathers what is said of a resource.
    init(of resource: Int32, in graph: SKOSGraph) {
        for position in graph.positions(of: resource) {
            let statement = graph.statements[position]
            switch statement.property {
            case .prefLabel: names.append(Text(text: statement.text, rank: statement.rank))
            case .prefLabelResource: nameResources += Self.text(of: statement, graph)
            case .label: labels.append(Text(text: statement.text, rank: statement.rank))
            case .title, .elementTitle: titles.append(Text(text: statement.text, rank: statement.rank))
            case .altLabel, .altLabelResource: alternatives += Self.text(of: statement, graph)
            case .hiddenLabel, .hiddenLabelResource: hidden += Self.text(of: statement, graph)
            case .definition: definitions += Self.text(of: statement, graph)
            case .scopeNote: scopeNotes += Self.text(of: statement, graph)
            case .example: examplesGiven += Self.text(of: statement, graph)
            case .notation: notations.append(statement.text)
            case .deprecated: isDeprecated = ["true", "1"].contains(statement.text)
            default: break
            }
        }
    }

    /// The name, in the language that fits best.
    var name: String? {
        for texts in [names, nameResources, labels, titles] {
            if let best = texts.min(by: { $0.rank < $1.rank }) { return best.text }
        }
        return nil
    }

    /// Whether there are two preferred labels in one language, against SKOS's condition S14.
    var hasSeveralNames: Bool {
        guard names.count > 1 else { return false }
        let exact = names.filter { $0.rank == .exact }
        return exact.contains { $0.text != exact[0].text }
    }

    /// The definition, or else the scope note, in the language that fits best.
    var definition: String {
        let texts = Self.best(definitions.isEmpty ? scopeNotes : definitions)
        guard texts.count > 1 else { return texts.first?.text ?? "" }
        // A text that many resources share is not written out for each of them.
        return texts.first(where: \.isShared)?.text ?? Self.unique(texts).joined(separator: " ")
    }

    /// Other preferred labels than the name, and alternative ones.
    var aliases: [String] {
        guard !alternatives.isEmpty || names.count + nameResources.count > 1 else { return [] }
        let name = name
        return Self.unique(names + nameResources + alternatives).filter { $0 != name }
    }

    /// Hidden labels that are no others.
    var inflections: [String] {
        guard !hidden.isEmpty else { return [] }
        let others = Set(aliases + [name ?? ""])
        return Self.unique(hidden).filter { !others.contains($0) }
    }

    /// The examples, each once.
    var examples: [String] { Self.unique(examplesGiven) }

    private static func best(_ texts: [Text]) -> [Text] {
        guard texts.count > 1, let rank = texts.lazy.map(\.rank).min() else { return texts }
        return texts.filter { $0.rank == rank }
    }

    /// A statement's text, or that of the resource to which it leads.
    private static func text(of statement: SKOSGraph.Statement, _ graph: SKOSGraph) -> [Text] {
        guard statement.target >= 0 else { return [Text(text: statement.text, rank: statement.rank)] }
        var best: Text?
        for position in graph.positions(of: statement.target).prefix(values) {
            let value = graph.statements[position]
            guard value.property == .literalForm || value.property == .value else { continue }
            if let best, best.rank <= value.rank { continue }
            best = Text(text: value.text, rank: value.rank, isShared: true)
        }
        return best.map { [$0] } ?? []
    }

    private static func unique(_ texts: [Text]) -> [String] {
        guard texts.count > 1 else { return texts.map(\.text) }
        var seen: Set<String> = []
        return texts.map(\.text).filter { seen.insert($0).inserted }
    }
}
