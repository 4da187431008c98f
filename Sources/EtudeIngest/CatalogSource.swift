/// Where skills or topics are read from.
public enum CatalogSource: Sendable, Hashable {
    /// The catalog that travels inside the program.
    case shipped
    /// A file; its extension tells the kind.
    case file(String)
}
