public import EtudeCore

extension CatalogImport {
    /// The most notes on single entries that ``diagnostics`` holds.
    private static let mostNotes = 10

    /// What a person should know before a run: what was left out and merged, and the first notes on single entries.
    public var diagnostics: [Diagnostic] {
        let skips = accounts.flatMap { account in account.skips.map { $0.diagnostic(of: account.name) } }
        let merges = accounts.filter { $0.merged > 0 }.map { account in
            Diagnostic(
                .note,
                rule: "merged-entries",
                "Merged \(account.merged) \(account.merged == 1 ? "entry" : "entries") of \(account.name) into others of the "
                    + "same name."
            )
        }
        let others = notes.count - Self.mostNotes
        let rest = Diagnostic(
            .note,
            rule: "merged-entries",
            "\(others) more notes on entries; `etude catalog import` shows all that its sources say otherwise."
        )
        return skips + merges + notes.prefix(Self.mostNotes) + (others > 0 ? [rest] : [])
    }
}

extension EntryCollector.Skip {
    /// The finding for a person.
    ///
    /// - Parameter source: the source as the user wrote it.
    /// - Returns: a note at the first of the entries.
    public func diagnostic(of source: String) -> Diagnostic {
        Diagnostic(
            .note,
            rule: "skipped-entries",
            "Skipped \(count) \(count == 1 ? "entry" : "entries") of \(source): \(reason).",
            at: first
        )
    }
}
