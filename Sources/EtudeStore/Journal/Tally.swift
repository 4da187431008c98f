import GRDB

/// Entries of the journal that are alike in what is counted apart, added up.
struct Tally {
    let model: String
    let purpose: String
    /// Whether they are answers, or else failed tries.
    let isAnswer: Bool
    /// The class of the answers, or the kind of the failures.
    let name: String
    let currency: String?
    let entries: Int
    /// Answers whose provider left out a count of tokens.
    let uncounted: Int
    let inputTokens: Int
    let outputTokens: Int
    let estimatedInput: Int
    let estimatedOutput: Int
    let cost: Double
    /// The part of the cost that rests on estimated tokens.
    let estimatedCost: Double
    let milliseconds: Int

    /// Whether they are calls of a model: a request given up for good is not, for its tries are counted.
    var areCalls: Bool { !isAnswer || name != JournalAnswer.failed }

    /// All entries since a time, by what is counted apart, in the order of these columns; both halves read an index alone.
    static let sql = """
        SELECT model, purpose, 1 AS is_answer, outcome, currency, count(*),
            sum(input_tokens IS NULL OR output_tokens IS NULL),
            ifnull(sum(input_tokens), 0), ifnull(sum(output_tokens), 0),
            ifnull(sum(estimated_input), 0), ifnull(sum(estimated_output), 0),
            total(cost), total(iif(estimated_input IS NULL AND estimated_output IS NULL, NULL, cost)),
            sum(duration_milliseconds)
        FROM answers INDEXED BY answers_by_time WHERE created_at >= :since GROUP BY 1, 2, 3, 4, 5
        UNION ALL
        SELECT model, purpose, 0, kind, currency, count(*), 0, 0, 0,
            ifnull(sum(estimated_input), 0), ifnull(sum(estimated_output), 0), total(cost), total(cost),
            sum(duration_milliseconds)
        FROM attempts INDEXED BY attempts_by_time WHERE created_at >= :since GROUP BY 1, 2, 3, 4, 5
        ORDER BY 1, 2, 3 DESC, 4, 5
        """

    /// The tallies of all entries since a time in milliseconds since 1970 (UTC), ordered by their names.
    static func all(since milliseconds: Int, in database: Database) throws -> [Tally] {
        try GRDB.Row.fetchAll(database, sql: sql, arguments: ["since": milliseconds]).map(Tally.init)
    }

    private init(_ row: GRDB.Row) {
        model = row[0]
        purpose = row[1]
        isAnswer = row[2]
        name = row[3]
        currency = row[4]
        entries = row[5]
        uncounted = row[6]
        inputTokens = row[7]
        outputTokens = row[8]
        estimatedInput = row[9]
        estimatedOutput = row[10]
        cost = row[11]
        estimatedCost = row[12]
        milliseconds = row[13]
    }
}
