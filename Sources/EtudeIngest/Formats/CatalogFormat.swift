import EtudeCore

/// The kinds of catalog file, told apart by extension.
enum CatalogFormat {
    /// A list of entries.
    case yaml
    /// A table with the columns of SKILL-MIX (arXiv 2310.17567).
    case skillMix
    /// One topic a line.
    case list

    /// The kind that a path's extension tells, if it is among those allowed.
    init(path: String, allowed: [CatalogFormat]) throws(EtudeError) {
        let name = path.split(separator: "/").last ?? ""
        let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
        guard let format = allowed.first(where: { $0.endings.contains(ending) }) else {
            let known = allowed.flatMap(\.endings).map { ".\($0)" }.joined(separator: ", ")
            throw EtudeError(
                .config,
                "The kind of file cannot be told from its name; it must end in one of \(known).",
                at: Place(file: path)
            )
        }
        self = format
    }

    private var endings: [String] {
        switch self {
        case .yaml: ["yaml", "yml"]
        case .skillMix: ["csv"]
        case .list: ["txt"]
        }
    }
}
