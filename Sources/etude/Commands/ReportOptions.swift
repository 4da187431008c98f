public import ArgumentParser
import EtudeCore
public import EtudeJudge
import EtudePipeline

/// How texts are scored and what a report shows, for every command that reports an evaluation.
struct ReportOptions: ParsableArguments {
    @Flag(help: "A skill that the text names earns no point.")
    var nameDeduction = false

    @Option(help: "With --name-deduction: robust (names, aliases and inflections as whole words) or original.")
    var nameRule: NameRule?

    @Option(help: "How sentences are counted: robust or original.")
    var sentenceRule: SentenceRule?

    @Option(help: "A file of skills, one a line, whose combinations are left out.", completion: .file())
    var filterSkills: String?

    @Option(
        help: ArgumentHelp(
            "How frequent skills and topics are in a corpus, for the bound of what may be memory.",
            discussion: """
                For example --frequencies skill=0.014,topic=0.000001,texts=1e14, or the means of a report of `etude catalog \
                frequency` as file=frequency.json, with ,texts=… where the corpus has more texts than were counted.
                """,
            valueName: "skill=…,topic=…,texts=…"
        )
    )
    var frequencies: String?

    @Flag(help: "Set the figures of the SKILL-MIX leaderboard beside the table (other skills, another judge).")
    var published = false

    @Option(help: "How to print the report: text, json or html.")
    var format: ReportFormat = .text

    /// The options of the report.
    ///
    /// - Returns: the options.
    /// - Throws: ``EtudeError`` for options that do not go together, and a file that cannot be read.
    func options() throws -> EvaluationReport.Options {
        guard nameDeduction || nameRule == nil else {
            throw EtudeError(.usage, "`--name-rule` says how names are found for `--name-deduction`; give both.")
        }
        return EvaluationReport.Options(
            rules: ScoringRules(
                sentenceRule: sentenceRule ?? .robust,
                nameDeduction: nameDeduction ? nameRule ?? .robust : nil
            ),
            filteredSkills: try filterSkills.map(EvaluationRecords.filteredSkills) ?? [],
            novelty: try frequencies.map(NoveltyBound.reading),
            showsPublished: published
        )
    }
}

extension NameRule: ExpressibleByArgument {}
extension SentenceRule: ExpressibleByArgument {}
