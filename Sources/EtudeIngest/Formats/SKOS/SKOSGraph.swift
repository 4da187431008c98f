import EtudeMarkup

/// What a document says of its resources, as far as it bears on concepts: statements listed by subject, in order.
struct SKOSGraph {
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

    /// A resource: its class and its statements.
    struct Resource {
        /// The line of the first node that says something of it; 0 before.
        fileprivate(set) var line: Int32 = 0
        /// The class; a concept, if it is several.
        fileprivate(set) var resourceClass: SKOSName?
        /// Whether it has a label in another language than the one asked for.
        fileprivate(set) var hasOtherLabel = false
        fileprivate var first: Int32 = -1
        fileprivate var last: Int32 = -1
    }

    /// The positions of a resource's statements, in order.
    struct Positions: Sequence, IteratorProtocol {
        fileprivate let statements: [Statement]
        fileprivate var position: Int32

        mutating func next() -> Int? {
            guard position >= 0 else { return nil }
            defer { position = statements[Int(position)].next }
            return Int(position)
        }
    }

    private(set) var resources: [Resource] = []
    private(set) var statements: [Statement] = []
    /// The resources of which a node says something, in order.
    private(set) var described: [Int32] = []
    private var addresses = AddressTable()
    private var textBytes = 0
    /// The classes, which are the first resources.
    private let classes = SKOSName.allCases.filter { $0.resourceClass != nil }

    /// A graph that knows the classes.
    init() {
        for name in classes.map(\.name) { _ = intern(Array("\(name.namespace ?? "")\(name.local)".utf8)[...]) }
    }

    /// The resource of an address.
    mutating func intern(_ address: ArraySlice<UInt8>) -> Int32 {
        let new = Int32(resources.count)
        let resource = addresses.resource(of: address, orNew: new)
        return resource == new ? makeBlank() : resource
    }

    /// The resource of a blank node that has an id in the document.
    mutating func intern(blank id: ArraySlice<UInt8>) -> Int32 {
        // No address has a NUL.
        intern([0] + id)
    }

    /// A resource that nothing else names.
    mutating func makeBlank() -> Int32 {
        resources.append(Resource())
        return Int32(resources.count - 1)
    }

    /// The address of a resource; empty for a blank node.
    func address(of resource: Int32) -> String {
        let bytes = addresses.address(of: resource)
        return bytes.first == 0 ? "" : String(decoding: bytes, as: UTF8.self)
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
        textBytes += text.utf8.count
        append(Statement(property: property, rank: rank, text: text, target: -1), to: subject)
    }

    /// Adds a link, if the property is one that is kept.
    mutating func link(_ property: SKOSName, from subject: Int32, to target: Int32) {
        if property == .type {
            if Int(target) < classes.count { classify(subject, as: classes[Int(target)]) }
        } else if property.isLink {
            append(Statement(property: property, rank: .none, text: "", target: target), to: subject)
        }
    }

    /// The positions of what is said of a resource, in order.
    func positions(of resource: Int32) -> Positions {
        Positions(statements: statements, position: resources[Int(resource)].first)
    }

    /// What there is more of than may be, if there is.
    var excess: String? {
        if resources.count > 1_000_000 { return "1,000,000 resources" }
        if statements.count > 10_000_000 { return "10,000,000 statements" }
        if textBytes > 1 << 30 { return "1 GiB of text" }
        return addresses.byteCount > 256 << 20 ? "256 MiB of addresses" : nil
    }

    private mutating func append(_ statement: Statement, to subject: Int32) {
        let index = Int32(statements.count)
        statements.append(statement)
        let last = resources[Int(subject)].last
        if last < 0 { resources[Int(subject)].first = index } else { statements[Int(last)].next = index }
        resources[Int(subject)].last = index
    }
}
