import CLibXML2

/// What libxml2 keeps for the whole process.
enum MarkupLibrary {
    /// Settled once, before the first parser: no external entity, no file and no address is ever loaded.
    static let isReady: Bool = {
        etude_markup_start()
        return true
    }()
}
