/// Where skills or topics are read from, and how.
public struct CatalogSource: Sendable, Hashable {
    /// The word for the catalog that travels inside the program.
    public static let shippedWord = "shipped"

    /// The source as the user wrote it: `shipped`, or a path.
    public var name: String
    /// The file; nil for the shipped catalog.
    public var path: String?
    /// How the file is to be read.
    public var settings: SourceSettings

    /// A file that is read in a certain way.
    ///
    /// - Parameters:
    ///   - name: the file as the user wrote it.
    ///   - path: where it is; nil for the shipped catalog.
    ///   - settings: how it is to be read.
    public init(name: String, path: String?, settings: SourceSettings = SourceSettings()) {
        self.name = name
        self.path = path
        self.settings = settings
    }

    /// The source of a word of the command line: `shipped`, or a path from where the command is called.
    public init(word: String, settings: SourceSettings = SourceSettings()) {
        self.init(name: word, path: word == Self.shippedWord ? nil : word, settings: settings)
    }

    /// The catalog that travels inside the program.
    public static let shipped = CatalogSource(word: shippedWord)

    /// A file that tells itself how it is to be read.
    public static func file(_ path: String) -> CatalogSource { CatalogSource(name: path, path: path) }
}

/// What a source gives.
public enum CatalogPart: String, Sendable, Hashable, CaseIterable {
    /// Skills.
    case skills
    /// Topics.
    case topics
}
