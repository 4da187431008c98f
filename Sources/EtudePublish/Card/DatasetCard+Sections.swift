import EtudeCore

extension DatasetCard {
    /// What the certificate proves, measures and does not claim, in its own words.
    var promises: String {
        let proved = (certificate["proved"]?["rules"]?.array ?? []).compactMap { $0["statement"]?.string }
        let figures = (certificate["measured"]?.members ?? []).filter { $0.key != "exposure" }
        let measured =
            figures.map { "\($0.key): \($0.value.canonicalText)" }
            + (ExposureStatement(certificate: certificate)?.sentences ?? [])
        let notClaimed = (certificate["not_claimed"]?.array ?? []).compactMap(\.string)
        return """
            ## What is proved

            `etude verify` derives these again from the files alone:

            \(list(proved))

            ## What is measured

            \(measured.isEmpty ? "Nothing beyond the counts above." : list(measured))

            ## What is not claimed

            \(list(notClaimed))
            """
    }

    /// How to load it.
    var loading: String {
        let split = splits.contains("train") ? "train" : splits.first ?? "train"
        let subset = manifest.sets.first { $0.rows > 0 }.map { set in
            "\nsubset = load_dataset(\"path/to/release\", \(CardText.yaml(set.spec.name)), "
                + "split=\(CardText.yaml(set.spec.split)))"
        }
        return """
            ## Loading

            ```python
            from datasets import load_dataset

            rows = load_dataset("path/to/release", split=\(CardText.yaml(split)))\(subset ?? "")
            ```

            With TRL the columns `prompt` and `completion` put the loss on the completion alone; with `messages` it falls on \
            the user's turns too.

            ```python
            from trl import SFTTrainer

            SFTTrainer(model="your/model", train_dataset=rows.select_columns(["prompt", "completion"])).train()
            ```

            A split of requests only has empty lists in `completion` and `marks` and no text. It is for evaluation: no row with \
            a text has one of its combinations.
            """
    }

    /// What the reader must settle for himself.
    var terms: String {
        """
        ## Terms

        The texts were written by the models named above. The terms of their providers may limit what the texts may be used \
        for, training other models among it; read them before you train or publish. The names, definitions, sources and \
        licences of skills and topics are in `catalog.jsonl`.
        """
    }

    private func list(_ sentences: [String]) -> String {
        sentences.map { "- " + CardText.markdown($0) }.joined(separator: "\n")
    }
}
