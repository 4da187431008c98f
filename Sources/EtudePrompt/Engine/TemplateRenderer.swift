import EtudeCore

/// Writes a template's tree with values.
struct TemplateRenderer {
    /// The file as errors name it.
    let file: String
    /// What has been written.
    var text = ""

    /// A renderer that has written nothing.
    init(file: String) {
        self.file = file
    }

    /// Writes nodes.
    ///
    /// - Parameters:
    ///   - nodes: a part of the tree.
    ///   - frames: the values of each section around, the outermost first.
    /// - Throws: ``EtudeError`` with code `data` for a variable whose value is no text.
    mutating func render(_ nodes: [TemplateNode], frames: [TemplateValues]) throws(EtudeError) {
        for node in nodes {
            switch node {
            case .text(let fixed):
                text += fixed
            case .variable(let reference):
                guard case .text(let value)? = frames[reference.frame][reference.key] else {
                    throw EtudeError(
                        .data,
                        "The variable \(reference.path) is put in as a text, and its value is none.",
                        at: Place(file: file, line: reference.line)
                    )
                }
                text += value
            case .section(let reference, let children):
                for element in elements(reference, in: frames) {
                    try render(children, frames: frames + [element])
                }
            case .inverted(let reference, let children):
                guard elements(reference, in: frames).isEmpty else { continue }
                try render(children, frames: frames)
            }
        }
    }

    /// What a section is shown for: one empty element where it is shown once.
    private func elements(_ reference: TemplateNode.Reference, in frames: [TemplateValues]) -> [TemplateValues] {
        switch frames[reference.frame][reference.key] {
        case .text(let value): value.isEmpty ? [] : [[:]]
        case .flag(let isTrue): isTrue ? [[:]] : []
        case .list(let elements): elements
        case nil: []
        }
    }
}
