public import EtudeCore

/// Finds template sets: those that travel with the program by name, the user's own by folder.
///
/// A set has one folder per language. A user's folder may also hold the templates themselves.
public enum TemplateLibrary: Sendable {
    /// Where the shipped sets of a kind stand.
    public enum Shelf: String, Sendable {
        /// What a teacher is asked.
        case requests = "Templates"
        /// What a judge is asked.
        case rubrics = "Templates/rubrics"
        /// What a model is asked that proposes skills.
        case extraction = "Templates/extract"

        /// What a set of this shelf is called.
        var noun: String { self == .rubrics ? "rubric" : "template set" }

        /// The files of a set beside its templates.
        var documents: [String] { self == .rubrics ? [Rubric.file] : [] }
    }

    /// The end of a template's file name.
    static let suffix = ".mustache"

    /// Whether a word means a file or folder and not a shipped name.
    ///
    /// - Parameter word: a word of the pipeline file.
    /// - Returns: true for what holds a slash or begins with a full stop.
    public static func isPath(_ word: String) -> Bool { word.contains("/") || word.hasPrefix(".") }

    /// Loads a set.
    ///
    /// - Parameters:
    ///   - nameOrPath: a shipped set's name, or a folder (what holds a slash or begins with a full stop).
    ///   - language: the language, as a BCP 47 tag.
    ///   - folder: what a relative path starts from.
    ///   - shelf: the kind of set that a name means.
    ///   - admit: refuses files and folders that may not be read.
    /// - Returns: the set.
    /// - Throws: ``EtudeError``: `config` for a name, language or folder that there is not, `io` for a file that cannot be read,
    ///   `data` for a faulty template.
    public static func load(
        _ nameOrPath: String,
        language: String,
        relativeTo folder: String,
        shelf: Shelf = .requests,
        admitting admit: (String) throws(EtudeError) -> Void = { _ in }
    ) throws(EtudeError) -> TemplateSet {
        isPath(nameOrPath)
            ? try readFolder(nameOrPath, language: language, relativeTo: folder, shelf: shelf, admitting: admit)
            : try readShipped(nameOrPath, language: language, shelf: shelf)
    }

    /// Loads one template of the user's.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - folder: what a relative path starts from.
    /// - Returns: the template.
    /// - Throws: ``EtudeError``: `config` for a file that there is not, `io` for one that cannot be read, `data` for a fault in it.
    public static func template(_ path: String, relativeTo folder: String) throws(EtudeError) -> Template {
        try Template(source: try TemplateFolder.text(of: resolve(path, in: folder), named: path), file: path)
    }

    private static func readShipped(_ name: String, language: String, shelf: Shelf) throws(EtudeError) -> TemplateSet {
        let start = shelf.rawValue + "/"
        // A set's files stand in <shelf>/<name>/<language>/, so a path with one part less belongs to another shelf.
        let paths = Shipped.paths(under: shelf.rawValue).map { $0.dropFirst(start.utf8.count).split(separator: "/") }
        let sets = Set(paths.filter { $0.count > 2 }.map { String($0[0]) })
            .filter { TemplateLibrary.Shelf(rawValue: start + $0) == nil }
        guard sets.contains(name) else {
            let hint = Suggestion.nearest(to: name, in: sets.sorted()).map { "did you mean \($0)? " } ?? ""
            throw EtudeError(
                .config,
                "There is no \(shelf.noun) \(name); \(hint)Shipped are \(sets.sorted().joined(separator: ", ")); "
                    + "a folder of your own is written with a slash, such as ./\(name)."
            )
        }
        let languages = Set(paths.filter { $0.count > 2 && $0[0] == name }.map { String($0[1]) })
        guard languages.contains(language) else {
            throw EtudeError(
                .config,
                "The \(shelf.noun) \(name) does not speak the language \(language); it has "
                    + "\(languages.sorted().joined(separator: ", "))."
            )
        }
        let root = "\(start)\(name)/\(language)"
        var files: [(path: String, template: Template)] = []
        for path in Shipped.paths(under: root) where path.hasSuffix(suffix) {
            let template = try Template(source: Shipped.text(path) ?? "", file: path)
            files.append((String(path.dropFirst(root.count + 1)), template))
        }
        let documents = shelf.documents.compactMap { path in
            Shipped.text("\(root)/\(path)").map { TemplateDocument(path: path, file: "\(root)/\(path)", text: $0) }
        }
        return TemplateSet(name: name, language: language, files: files, documents: documents)
    }

    private static func readFolder(
        _ path: String,
        language: String,
        relativeTo folder: String,
        shelf: Shelf,
        admitting admit: (String) throws(EtudeError) -> Void
    ) throws(EtudeError) -> TemplateSet {
        let root = resolve(path, in: folder)
        try admit(root)
        let languages = try TemplateFolder.folders(in: root, named: path)
        let spoken = languages.contains(language) ? "/\(language)" : ""
        var files: [(path: String, template: Template)] = []
        var documents: [TemplateDocument] = []
        for name in try TemplateFolder.files(in: root + spoken, named: path + spoken)
        where name.hasSuffix(suffix) || shelf.documents.contains(name) {
            let file = "\(path)\(spoken)/\(name)"
            try admit("\(root)\(spoken)/\(name)")
            let text = try TemplateFolder.text(of: "\(root)\(spoken)/\(name)", named: file)
            if shelf.documents.contains(name) {
                documents.append(TemplateDocument(path: name, file: file, text: text))
            } else {
                files.append((name, try Template(source: text, file: file)))
            }
        }
        guard !files.isEmpty else {
            let other = languages.isEmpty ? "" : " Its folders are \(languages.joined(separator: ", "))."
            throw EtudeError(
                .config,
                "The folder holds no template (*\(suffix)) for the language \(language).\(other)",
                at: Place(file: path)
            )
        }
        return TemplateSet(name: path, language: language, files: files, documents: documents)
    }

    private static func resolve(_ path: String, in folder: String) -> String {
        path.hasPrefix("/") || folder.isEmpty ? path : "\(folder)/\(path)"
    }
}
