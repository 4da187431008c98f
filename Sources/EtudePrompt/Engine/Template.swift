public import EtudeCore

/// A text with places that values fill: a small mustache without HTML escaping, partials and lambdas.
///
/// The tags are `{{name}}`, `{{#name}}…{{/name}}` for flags, lists and texts that are not empty, `{{^name}}…{{/name}}` for
/// what is false or empty, and `{{! comment }}`. Inside a list its elements' own variables come first, then the outer ones. A
/// line that holds nothing but a section tag or a comment leaves no line behind (as in the mustache specification), and
/// newlines at the end of the rendering are dropped.
///
/// A template begins by naming its variables, those of a list's elements after the list's name and a dot:
///
///     {{! variables: topic skills skills.name }}
///
/// A variable that is used and not named, or named and not used, is an error, and so is a value that is missing when the
/// template is rendered. Values are never read as templates.
public struct Template: Sendable, Hashable {
    /// The variables it names, in its order.
    public let variables: [String]
    /// The file as errors name it.
    public let file: String
    /// The text it was read from.
    public let source: String
    /// Its variables with their lines.
    let declaration: TemplateDeclaration
    private let nodes: [TemplateNode]

    /// Reads a template.
    ///
    /// - Parameters:
    ///   - source: the text of the template.
    ///   - file: the file as errors name it.
    /// - Throws: ``EtudeError`` with code `data` and the file and line for a broken tag, a section that is not closed, or a
    ///   variable that is used and not named or named and not used.
    public init(source: String, file: String) throws(EtudeError) {
        var parser = try TemplateParser(source: source, file: file)
        nodes = try parser.parse()
        declaration = parser.declaration
        variables = parser.declaration.names.map(\.path)
        self.file = file
        self.source = source
    }

    /// The text with its places filled.
    ///
    /// - Parameter values: a value for every variable that the template names; others are left unread.
    /// - Returns: the text.
    /// - Throws: ``EtudeError`` with code `data` and the file and line for a value that is missing or of the wrong kind.
    public func render(_ values: TemplateValues) throws(EtudeError) -> String {
        try requireValues(values, below: "")
        var renderer = TemplateRenderer(file: file, values: values)
        try renderer.render(nodes)
        while renderer.text.hasSuffix("\n") { renderer.text.removeLast() }
        return renderer.text
    }

    /// Refuses a template that names a variable which nobody will give a value, so that a run does not find out half-way.
    ///
    /// - Parameter known: the variables that have values, fields of lists as `list.field`.
    /// - Throws: ``EtudeError`` with code `data` and the place of the first unknown name.
    public func requireOnly(_ known: [String]) throws(EtudeError) {
        for name in declaration.names where !known.contains(name.path) {
            let hint = Suggestion.nearest(to: name.path, in: known).map { "did you mean \($0)? " } ?? ""
            throw EtudeError(
                .data,
                "The variable \(name.path) has no value here; \(hint)Known are \(known.joined(separator: ", ")).",
                at: place(of: name)
            )
        }
    }

    private func place(of name: TemplateDeclaration.Name) -> Place { Place(file: file, line: name.line) }

    private func requireValues(_ values: TemplateValues, below list: String) throws(EtudeError) {
        for name in declaration.names where name.list == list {
            guard let value = values[name.key] else {
                throw EtudeError(.data, "The variable \(name.path) has no value.", at: place(of: name))
            }
            guard declaration.hasFields(name.path) else { continue }
            guard case .list(let elements) = value else {
                throw EtudeError(
                    .data,
                    "The variable \(name.path) has fields, and its value is no list.",
                    at: place(of: name)
                )
            }
            for element in elements { try requireValues(element, below: name.path) }
        }
    }
}
