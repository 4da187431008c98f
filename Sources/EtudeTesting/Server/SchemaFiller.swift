import EtudeCore

/// Fills a JSON Schema with values drawn from a seed; it knows what structured answers use, and no more.
struct SchemaFiller {
    /// What to put wherever a truth value is wanted.
    let truth: Bool
    /// What to put wherever evidence is wanted.
    let evidence: String
    /// What to put as the criterion of an entry that is known by its number.
    let criteria: [String: String]
    private var generator: SeededGenerator

    /// A filler whose choices follow from a seed.
    init(truth: Bool, evidence: String, criteria: [String: String], seed: Seed) {
        self.truth = truth
        self.evidence = evidence
        self.criteria = criteria
        generator = SeededGenerator(seed: seed)
    }

    /// A value that the schema allows.
    mutating func value(for schema: JSONValue) -> JSONValue {
        if let constant = schema["const"] { return constant }
        if let choices = schema["enum"]?.array { return choices[generator.below(choices.count)] }
        if let first = schema["anyOf"]?.array?.first { return value(for: first) }
        switch schema["type"]?.string ?? schema["type"]?.array?.first?.string {
        case "object":
            return .object((schema["properties"]?.members ?? []).map { JSONMember($0.key, value(of: $0)) })
        case "array": return .array(elements(for: schema))
        case "boolean": return .bool(truth)
        case "integer", "number": return .int(schema["minimum"]?.int ?? 0)
        case "null": return .null
        default: return .string("Because of \(generator.below(1_000_000)).")
        }
    }

    /// A value of a property.
    private mutating func value(of property: JSONMember) -> JSONValue {
        if property.key == "evidence" { return .string(evidence) }
        let filled = value(for: property.value)
        guard let criterion = criteria[property.key], let members = filled.members else { return filled }
        return .object(members.map { $0.key == "criterion" ? JSONMember($0.key, .string(criterion)) : $0 })
    }

    /// One element for each choice of the items' first enumerated property; or else as few as allowed, at least one.
    private mutating func elements(for schema: JSONValue) -> [JSONValue] {
        if let prefix = schema["prefixItems"]?.array { return prefix.map { value(for: $0) } }
        let items = schema["items"] ?? ["type": "string"]
        let properties = items["properties"]?.members ?? []
        guard let named = properties.first(where: { $0.value["enum"] != nil }), let choices = named.value["enum"]?.array
        else { return (0..<max(1, schema["minItems"]?.int ?? 1)).map { _ in value(for: items) } }
        return choices.map { choice in
            .object(properties.map { JSONMember($0.key, $0.key == named.key ? choice : value(of: $0)) })
        }
    }
}
