import EtudeCore

extension Journal {
    /// What the journal holds, by model and purpose, in their order.
    ///
    /// - Returns: a value for each model and purpose.
    /// - Throws: ``EtudeError``.
    public func statistics() throws -> [JournalStatistics] {
        JournalStatistics.collect(try read { try Tally.all(since: .min, in: $0) })
    }

    /// What was spent since a time, whoever spent it and in however many runs.
    ///
    /// - Parameter milliseconds: the time, in milliseconds since 1970 (UTC).
    /// - Returns: a value for each model and currency, in their order.
    /// - Throws: ``EtudeError``.
    public func spending(since milliseconds: Int) throws -> [JournalSpending] {
        JournalSpending.collect(try read { try Tally.all(since: milliseconds, in: $0) })
    }
}
