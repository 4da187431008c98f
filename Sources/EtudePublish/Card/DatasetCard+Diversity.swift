import EtudeCore

extension DatasetCard {
    /// How varied the texts are; nil for a release that says nothing of it.
    var variety: String? {
        guard let diversity, let sample = diversity["sample"]?.int, let splits = diversity["splits"]?.array else {
            return nil
        }
        let columns = [
            ("texts", "texts"), ("words", "words"), ("distinct-1", "distinct_1"), ("distinct-2", "distinct_2"),
            ("distinct-4", "distinct_4"), ("compression", "compression_ratio"), ("self-repetition", "self_repetition"),
            ("self-BLEU", "self_bleu"), ("openings", "opening_share"),
        ]
        let labels = ["skills", "pairs", "topics"]
        let lines = splits.map { split in
            [CardText.markdown(split["split"]?.string ?? "")] + columns.map { text(split[$0.1]) }
                + labels.map { "\(text(split[$0]?["kinds"])) (\(text(split[$0]?["evenness"])))" }
        }
        let head = ["split"] + columns.map(\.0) + labels
        let rule = ["---"] + Array(repeating: "---:", count: head.count - 1)
        let table = ([head, rule] + lines).map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
        return """
            ## How varied it is

            Words are compared on up to \(sample) texts of each split, drawn by the seed and cut to so many words as nine in \
            ten of them have; figures compare only for as many texts of the same length. distinct-n: different n-grams per \
            n-gram. compression: bytes per byte of gzip level 9. self-repetition: mean of ln(1 + other texts that share a text's \
            4-grams). self-BLEU: mean BLEU-4 of each text against all others. openings: share of texts with one of the 20 \
            commonest first three words. Skills, pairs of skills and topics are counted on all rows, their evenness in brackets: \
            1 where all are as frequent. `etude diversity` compares two releases; `diversity.json` has the figures.

            \(table)
            """
    }

    /// A number to three decimals.
    private func text(_ value: JSONValue?) -> String {
        switch value {
        case .int(let number): "\(number)"
        case .double(let number): "\((number * 1000).rounded() / 1000)"
        default: "undefined"
        }
    }
}
