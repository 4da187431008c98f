import EtudeCore

/// Writes a template's tree with values.
struct TemplateRenderer {
    /// What has been written.
    var text = ""
    private let file: String
    /// The values of each section around, the outermost first.
    private var frames: [TemplateValues]

    /// A renderer that has written nothing.
    ///
    /// - Parameters:
    ///   - file: the file as errors name it.
    ///   - values: the values of the whole template.
    init(file: String, values: TemplateValues) {
        self.file = file
        frames = [values]
    }

    /// Writes nodes.
    ///
    /// - Parameter nodes: a part of the tree.
    /// - Throws: ``EtudeError`` with code `data` for a variable whose value is no text.
    mutating func render(_ nodes: [TemplateNode]) throws(EtudeError) {
        for node in nodes {
            switch node {
            case .text(let fixed):
                text += fixed
            case .variable(let reference):
                guard case .text(let value)? = value(of: reference) else {
                    throw EtudeError(
                        .data,
                        "The variable \(reference.path) is put in as a text, and its value is none.",
                        at: Place(file: file, line: reference.line)
                    )
                }
                text += value
            case .section(let reference, let children):
                if case .list(let elements)? = value(of: reference) {
                    for element in elements { try render(children, within: element) }
                } else if isShown(reference) {
                    try render(children, within: [:])
                }
            case .inverted(let reference, let children):
                if !isShown(reference) { try render(children) }
            }
        }
    }

    private mutating func render(_ nodes: [TemplateNode], within values: TemplateValues) throws(EtudeError) {
        frames.append(values)
        try render(nodes)
        frames.removeLast()
    }

    private func value(of reference: TemplateNode.Reference) -> TemplateValue? {
        frames[reference.frame][reference.key]
    }

    /// Whether a section is shown at all.
    private func isShown(_ reference: TemplateNode.Reference) -> Bool {
        switch value(of: reference) {
        case .text(let value): !value.isEmpty
        case .flag(let isTrue): isTrue
        case .list(let elements): !elements.isEmpty
        case nil: false
        }
    }
}
