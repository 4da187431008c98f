import EtudeMarkup

/// The names of RDF, SKOS and their kin that a concept scheme is read by.
enum SKOSName: Int, CaseIterable {
    case rdf, description, about, id, nodeID, resource, type, parseType, value
    case language, base
    case concept, conceptScheme, collection, orderedCollection
    case prefLabel, altLabel, hiddenLabel, definition, scopeNote, example, notation
    case broader, narrower, related, exactMatch, inScheme, topConceptOf, hasTopConcept
    case deprecated
    case label
    case title, elementTitle
    case labelResource, prefLabelResource, altLabelResource, hiddenLabelResource, literalForm

    /// The names in the order of their raw values.
    static let names: [XMLName] = allCases.map(\.name)

    private static let rdfSpace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    private static let skosSpace = "http://www.w3.org/2004/02/skos/core#"
    private static let labelSpace = "http://www.w3.org/2008/05/skos-xl#"

    /// The name as XML has it.
    var name: XMLName {
        switch self {
        case .rdf: XMLName(Self.rdfSpace, "RDF")
        case .description: XMLName(Self.rdfSpace, "Description")
        case .about: XMLName(Self.rdfSpace, "about")
        case .id: XMLName(Self.rdfSpace, "ID")
        case .nodeID: XMLName(Self.rdfSpace, "nodeID")
        case .resource: XMLName(Self.rdfSpace, "resource")
        case .type: XMLName(Self.rdfSpace, "type")
        case .parseType: XMLName(Self.rdfSpace, "parseType")
        case .value: XMLName(Self.rdfSpace, "value")
        case .language: XMLName("http://www.w3.org/XML/1998/namespace", "lang")
        case .base: XMLName("http://www.w3.org/XML/1998/namespace", "base")
        case .concept: XMLName(Self.skosSpace, "Concept")
        case .conceptScheme: XMLName(Self.skosSpace, "ConceptScheme")
        case .collection: XMLName(Self.skosSpace, "Collection")
        case .orderedCollection: XMLName(Self.skosSpace, "OrderedCollection")
        case .prefLabel: XMLName(Self.skosSpace, "prefLabel")
        case .altLabel: XMLName(Self.skosSpace, "altLabel")
        case .hiddenLabel: XMLName(Self.skosSpace, "hiddenLabel")
        case .definition: XMLName(Self.skosSpace, "definition")
        case .scopeNote: XMLName(Self.skosSpace, "scopeNote")
        case .example: XMLName(Self.skosSpace, "example")
        case .notation: XMLName(Self.skosSpace, "notation")
        case .broader: XMLName(Self.skosSpace, "broader")
        case .narrower: XMLName(Self.skosSpace, "narrower")
        case .related: XMLName(Self.skosSpace, "related")
        case .exactMatch: XMLName(Self.skosSpace, "exactMatch")
        case .inScheme: XMLName(Self.skosSpace, "inScheme")
        case .topConceptOf: XMLName(Self.skosSpace, "topConceptOf")
        case .hasTopConcept: XMLName(Self.skosSpace, "hasTopConcept")
        case .deprecated: XMLName("http://www.w3.org/2002/07/owl#", "deprecated")
        case .label: XMLName("http://www.w3.org/2000/01/rdf-schema#", "label")
        case .title: XMLName("http://purl.org/dc/terms/", "title")
        case .elementTitle: XMLName("http://purl.org/dc/elements/1.1/", "title")
        case .labelResource: XMLName(Self.labelSpace, "Label")
        case .prefLabelResource: XMLName(Self.labelSpace, "prefLabel")
        case .altLabelResource: XMLName(Self.labelSpace, "altLabel")
        case .hiddenLabelResource: XMLName(Self.labelSpace, "hiddenLabel")
        case .literalForm: XMLName(Self.labelSpace, "literalForm")
        }
    }

    /// Whether the name is that of a property whose text is kept.
    var isText: Bool {
        switch self {
        case .value, .prefLabel, .altLabel, .hiddenLabel, .definition, .scopeNote, .example, .notation, .deprecated, .label,
            .title, .elementTitle, .literalForm:
            true
        default: false
        }
    }

    /// Whether the name is that of a property whose resource is kept.
    var isLink: Bool {
        switch self {
        case .type, .broader, .narrower, .related, .exactMatch, .inScheme, .topConceptOf, .hasTopConcept, .definition,
            .scopeNote, .example, .prefLabelResource, .altLabelResource, .hiddenLabelResource:
            true
        default: false
        }
    }

    /// Whether a text of the property counts whatever its language.
    var isWithoutLanguage: Bool { self == .notation || self == .deprecated }

    /// The class of resources that the name stands for, where it does.
    var resourceClass: SKOSName? {
        switch self {
        case .concept, .conceptScheme, .collection, .orderedCollection, .labelResource: self
        default: nil
        }
    }
}
