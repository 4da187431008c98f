/// The texts of resources in the language asked for.
struct SKOSLabels {
    private struct Text {
        let text: String
        let rank: LanguageChoice.Rank
        /// Whether the text stands in a resource of its own, to which others may point too.
        let isShared: Bool
    }

    /// Of a text's own resource no more statements are looked at, for many others may point to it.
    private static let values = 64

    private let graph: SKOSGraph

    /// The texts in a graph.
    init(_ graph: SKOSGraph) { self.graph = graph }

    /// The name of a resource: its preferred label, that of SKOS-XL, its label of RDFS or its title, in the best language.
    func name(of resource: Int32) -> String? {
        for properties in [[.prefLabel], [.prefLabelResource], [.label], [.title, .elementTitle]] as [[SKOSName]] {
            if let name = best(properties, of: resource).first { return name.text }
        }
        return nil
    }

    /// Whether a concept has two preferred labels in one language, against SKOS's condition S14.
    func hasSeveralNames(_ resource: Int32) -> Bool {
        let names = graph.statements(of: resource).filter { $0.property == .prefLabel && $0.rank == .exact }
        return names.contains { $0.text != names[0].text }
    }

    /// The definition, or else the scope note, in the best language.
    func definition(of resource: Int32) -> String {
        let definition = best([.definition], of: resource)
        let texts = definition.isEmpty ? best([.scopeNote], of: resource) : definition
        // A text that many resources share is not written out for each of them.
        return texts.count == 1 || texts.contains(where: \.isShared) ? texts[0].text : unique(texts).joined(separator: " ")
    }

    /// All texts of some properties, each once.
    func all(_ properties: [SKOSName], of resource: Int32) -> [String] {
        unique(texts(properties, of: resource))
    }

    /// The texts in the language that fits best.
    private func best(_ properties: [SKOSName], of resource: Int32) -> [Text] {
        let texts = texts(properties, of: resource)
        guard let rank = texts.map(\.rank).min() else { return [] }
        return texts.filter { $0.rank == rank }
    }

    /// The texts of some properties, also those that stand in resources of their own, such as labels of SKOS-XL.
    private func texts(_ properties: [SKOSName], of resource: Int32) -> [Text] {
        var texts: [Text] = []
        for statement in graph.statements(of: resource) where properties.contains(statement.property) {
            if statement.target < 0 {
                texts.append(Text(text: statement.text, rank: statement.rank, isShared: false))
            } else if let text = text(of: statement.target) {
                texts.append(text)
            }
        }
        return texts
    }

    /// The text that a resource stands for.
    private func text(of resource: Int32) -> Text? {
        graph.statements(of: resource).prefix(Self.values)
            .filter { $0.property == .literalForm || $0.property == .value }
            .min { $0.rank < $1.rank }
            .map { Text(text: $0.text, rank: $0.rank, isShared: true) }
    }

    private func unique(_ texts: [Text]) -> [String] {
        guard texts.count > 1 else { return texts.map(\.text) }
        var seen: Set<String> = []
        return texts.map(\.text).filter { seen.insert($0).inserted }
    }
}
