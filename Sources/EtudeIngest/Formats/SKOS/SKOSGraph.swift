import EtudeMarkup

/// What a document says of its resources, as far as it bears on concepts: statements listed by subject, in order.
struct SKOSGraph {
    /// The most resources that a document may describe or name.
    static let maximumResources = 1_000_000

    /// A property of a resource: a text, or a link to another resource.
    struct Statement {
        let property: SKOSName
        let rank: LanguageChoice.Rank
        let text: String
        /// The resource linked to; -1 for a text.
        let target: Int32
        /// The subject's next statement; -1 at the end.
        fileprivate(set) var next: Int32 = -1
    }

    /// A resource: its address, its class and its statements.
    struct Resource {
        /// The address; empty for a blank node.
        let address: String
        /// The line of the first node that says something of it; 0 before.
        fileprivate(set) var line: Int32 = 0
        /// The class; a concept, if it is several.
        fileprivate(set) var resourceClass: SKOSName?
        /// Whether it has a label in another language than the one asked for.
        fileprivate(set) var hasOtherLabel = false
        fileprivate var first: Int32 = -1
        fileprivate var last: Int32 = -1
    }

    /// The statements of one resource.
    struct StatementList: Sequence, IteratorProtocol {
        fileprivate let statements: [Statement]
        fileprivate var index: Int32

        mutating func next() -> Statement? {
            guard index >= 0 else { return nil }
            let statement = statements[Int(index)]
            index = statement.next
            return statement
        }
    }

    private(set) var resources: [Resource] = []
    /// The resources of which a node says something, in order.
    private(set) var described: [Int32] = []
    private var statements: [Statement] = []
    private var indices: [String: Int32] = [:]
    private var classes: [Int32: SKOSName] = [:]

    /// A graph that knows the classes.
    init() {
        for name in SKOSName.allCases where name.resourceClass != nil {
            classes[intern((name.name.namespace ?? "") + name.name.local)] = name
        }
    }

    /// The resource of an address.
    mutating func intern(_ address: String) -> Int32 {
        if let index = indices[address] { return index }
        let index = Int32(resources.count)
        indices[address] = index
        resources.append(Resource(address: address))
        return index
    }

    /// The resource of a blank node that has an id in the document.
    mutating func intern(blank id: String) -> Int32 {
        let key = "_: \(id)"
        if let index = indices[key] { return index }
        let index = makeBlank()
        indices[key] = index
        return index
    }

    /// A blank node that nothing else names.
    mutating func makeBlank() -> Int32 {
        resources.append(Resource(address: ""))
        return Int32(resources.count - 1)
    }

    /// Notes that a node says something of a resource.
    mutating func describe(_ resource: Int32, line: Int) {
        guard resources[Int(resource)].line == 0 else { return }
        resources[Int(resource)].line = Int32(clamping: line)
        described.append(resource)
    }

    /// Notes the class of a resource.
    mutating func classify(_ resource: Int32, as name: SKOSName) {
        guard resources[Int(resource)].resourceClass != .concept else { return }
        resources[Int(resource)].resourceClass = name
    }

    /// Notes that a resource has a label in another language.
    mutating func noteOtherLabel(of resource: Int32) { resources[Int(resource)].hasOtherLabel = true }

    /// Adds a text; an empty one is none.
    mutating func add(_ property: SKOSName, _ text: String, _ rank: LanguageChoice.Rank, to subject: Int32) {
        guard !text.isEmpty else { return }
        append(Statement(property: property, rank: rank, text: text, target: -1), to: subject)
    }

    /// Adds a link, if the property is one that is kept.
    mutating func link(_ property: SKOSName, from subject: Int32, to target: Int32) {
        if property == .type {
            if let name = classes[target] { classify(subject, as: name) }
            return
        }
        guard property.isLink else { return }
        append(Statement(property: property, rank: .none, text: "", target: target), to: subject)
    }

    /// What is said of a resource, in order.
    func statements(of resource: Int32) -> StatementList {
        StatementList(statements: statements, index: resources[Int(resource)].first)
    }

    private mutating func append(_ statement: Statement, to subject: Int32) {
        let index = Int32(statements.count)
        statements.append(statement)
        let last = resources[Int(subject)].last
        if last < 0 { resources[Int(subject)].first = index } else { statements[Int(last)].next = index }
        resources[Int(subject)].last = index
    }
}
