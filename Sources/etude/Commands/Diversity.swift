import ArgumentParser
import EtudeCore
import EtudeCurate
import EtudePipeline

/// `etude diversity`: how varied any JSON Lines file or release is.
struct Diversity: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure how varied the rows of any JSON Lines file or release are.",
        discussion: """
            The words are measured on a seeded sample of the texts, all cut to the same number of words and compared without \
            case, diacritics and signs; labels are counted on all rows. Figures compare only for as many texts of the same \
            length, which --against sees to.

              distinct-n      different n-grams per n-gram (1: none is repeated)
              compression     bytes per byte of gzip level 9 (higher: more repetitive)
              self-repetition mean of ln(1 + other texts that share a text's 4-grams)
              self-BLEU       mean BLEU-4 of each text against all others (0 to 1)
              openings        share of texts with one of the 20 commonest first three words
              skills, pairs, topics: how many occur; evenness is 1 where all are as frequent

            Of a release, skills and topics are counted without being named.

            Exit codes: 65 a line is no JSON object or lacks the field.
            """
    )

    @Argument(
        help: "The file, gzipped if its name ends with .gz, or the folder of a release; - is standard input.",
        completion: .file()
    )
    var input: String

    @Option(help: "The field with the text.")
    var text = "text"

    @Option(help: "The field with the skills of a row, a list of texts or one text.")
    var skillsField: String?

    @Option(help: "The field with the topic of a row.")
    var topicField: String?

    @Option(help: "Of a release, the split that is measured; without it, all rows.")
    var split: String?

    @Option(help: "How many texts are drawn.")
    var sample = 1000

    @Option(
        help: "How many words the texts are cut to, shorter ones being left out; without it, what nine in ten have."
    )
    var words: Int?

    @Option(help: "What the draws follow from.")
    var seed = 0

    @Option(help: "Another file or release, such as the one before, to compare with.", completion: .file())
    var against: String?

    @OptionGroup var threads: ThreadsOption

    @Option(help: "How to print the figures: text or json.")
    var format: OutputFormat = .text

    func validate() throws {
        guard sample > 0 else { throw ValidationError("--sample is at least 1.") }
        guard seed >= 0 else { throw ValidationError("--seed is at least 0.") }
        let range = EqualLengthTexts.wordsRange
        guard words.map(range.contains) ?? true else {
            throw ValidationError("--words lies between \(range.lowerBound) and \(range.upperBound).")
        }
        guard input != "-" || against != "-" else { throw ValidationError("Only one file can be standard input.") }
    }

    func run() async throws {
        try await Exit.guarding {
            var job = FileDiversity(input, threads: threads.count)
            job.against = against
            job.split = split
            job.text = text
            job.skills = skillsField
            job.topic = topicField
            job.sample = sample
            job.words = words
            job.seed = seed
            let report = try await job.run()
            Terminal.print(format == .json ? report.json.canonicalText : Terminal.visible(DiversityTable(report).text))
        }
    }
}
