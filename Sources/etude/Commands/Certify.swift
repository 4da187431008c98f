public import ArgumentParser
import EtudeCore
public import EtudeCurate
import EtudePipeline
import EtudeText

/// `etude certify`: what is proved of two files of which one is held out.
struct Certify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what is proved of any two JSON Lines files of which one is held out from the other.",
        discussion: """
            Counts the skills, pairs, triples and sets of skills that stand in both files, and the rows that have them; finds \
            rows that name a skill which only the other file has, in any string of the row, and training texts near to a \
            held-out one. Labels are compared without case, accents, signs and plurals; with --catalog they may be an entry's id, \
            name or alias, and all forms of its name are looked for. What is proved, what is measured and what is not claimed \
            stand apart.

            Exit codes: 65 something that should be disjoint is not, or a line is no JSON object or lacks a field.
            """
    )

    @Option(help: "The training file, gzipped if its name ends with .gz; - is standard input.", completion: .file())
    var train: String

    @Option(help: "The held-out file, likewise.", completion: .file())
    var heldOut: String

    @Option(help: "The field with the skills: a list of texts, or one text.")
    var skillsField: String

    @Option(help: "The field with the text: a string, or a list of messages.")
    var text = "text"

    @Flag(help: "Compare no texts.")
    var noText = false

    @Option(help: "The field with the topic.")
    var topic: String?

    @Option(help: "The field with the id that findings name; without it, the line's number.")
    var id: String?

    @Option(help: "A field in which no names are looked for, beside those of skills, topic and id; may be repeated.")
    var unread: [String] = []

    @Option(help: "A catalog of skills: shipped, or a file.", completion: .file())
    var catalog: String?

    @Option(
        parsing: .upToNextOption,
        help: "What should be disjoint: \(PairRule.allCases.map(\.rawValue).joined(separator: ", "))."
    )
    var disjoint: [PairRule] = [.skills, .names, .texts]

    @Flag(help: "Exit with 0 whatever is found.")
    var reportOnly = false

    @Option(help: "What the length of a shingle counts: words or characters.")
    var unit: Shingler.Unit = .characters

    @Option(help: "How many units make a shingle.")
    var shingle = 5

    @Option(help: "The least Jaccard similarity of near texts, more than 0 and at most 1.")
    var threshold = 0.7

    @Option(
        help: """
            Texts of at most \(NearDuplicateSettings.maximumWords) words are near, too, if at most so many differ: 0 to 2.
            """
    )
    var wordsChanged = 1

    @OptionGroup var threads: ThreadsOption

    @Option(help: "How to print the certificate: text or json.")
    var format: OutputFormat = .text

    func validate() throws {
        try near.validateOptions()
    }

    private var near: NearDuplicateSettings {
        NearDuplicateSettings(unit: unit, shingle: shingle, threshold: threshold, wordsChanged: wordsChanged)
    }

    func run() async throws {
        try await Exit.guarding {
            var job = FileCertification(
                train: train,
                heldOut: heldOut,
                fields: LabelledFields(
                    skills: skillsField,
                    text: noText ? nil : text,
                    topic: topic,
                    id: id,
                    unread: unread
                ),
                near: near
            )
            job.catalog = catalog
            job.threads = threads.count
            let certificate = try await job.run()
            switch format {
            case .text: Terminal.print(Terminal.visible(certificate.text))
            case .json: Terminal.print(certificate.json.canonicalText)
            }
            let broken = disjoint.filter { certificate.breaches(of: $0) > 0 }
            guard !reportOnly, !broken.isEmpty else { return }
            Terminal.say("Not disjoint: \(broken.map(\.rawValue).joined(separator: ", ")).")
            throw ExitCode(EtudeError.Code.data.rawValue)
        }
    }
}

extension PairRule: ExpressibleByArgument {}
