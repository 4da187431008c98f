extension DatasetCard {
    /// What the catalog was left without; nil where nothing was looked for.
    var omissions: String? {
        manifest.frequency.map { record in
            let share = FrequencyRecord.percent(record.dropAbove)
            let corpus = "a corpus of \(record.documents) documents"
            guard !record.dropped.isEmpty else {
                return "## What is left out\n\nNo skill or topic is named in \(share) or more of \(corpus)."
            }
            let entries = record.dropped.map {
                "- \(CardText.markdown($0.name)) (\($0.kind)): \(FrequencyRecord.percent(record.share(of: $0)))"
            }
            return """
                ## What is left out

                Skills and topics that \(share) or more of \(corpus) name were taken out of the catalog before it was divided:

                \(entries.joined(separator: "\n"))
                """
        }
    }
}
