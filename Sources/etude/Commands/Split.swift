import ArgumentParser
import EtudeCore
import EtudePipeline
import Foundation

/// `etude split`: a training and a held-out part of any JSON Lines file.
struct Split: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Divide any JSON Lines file into a training and a held-out part.",
        discussion: """
            The folder gets train.jsonl and held-out.jsonl (.gz if the input is), rows copied byte for byte in their order, and \
            split.json, which says how they came about. It appears when all is written; one in which something stands is refused.

            With --held-out the side of a row follows from the seed and the bytes of the row, or of its --group: the order of the \
            rows plays no part, equal rows are on one side, and a row keeps its side when others are added. The part is met by \
            chance, as closely as tossed coins would.

            With --hold-out-skills rows all of whose skills are held out are held out, rows that show held-out skills beside \
            others go to mixed.jsonl, and all others are for training. A skill is its label as written: `etude certify` says what \
            else the sides share.

            Exit codes: 65 a line is no JSON object or lacks the field, or a skill stands in no row.
            """
    )

    @Argument(help: "The file, gzipped if its name ends with .gz; - is standard input.", completion: .file())
    var input: String

    @Option(name: .shortAndLong, help: "The folder to make.", completion: .directory)
    var output: String

    @Option(help: "The part of the rows that is held out, between 0 and 1.")
    var heldOut: Double?

    @Option(help: "With --held-out, rows with the same value of this field are on one side.")
    var group: String?

    @Option(help: "Divide by the skills in this field, a list of texts or one text.")
    var holdOutSkills: String?

    @Option(help: "With --hold-out-skills, the skills that are held out, with commas between them.")
    var skills: String?

    @Option(help: "With --hold-out-skills, the part of all skills that is held out, drawn by the seed.")
    var fraction: Double?

    @Option(help: "A whole number that decides what is drawn.")
    var seed = 0

    @OptionGroup var threads: ThreadsOption

    @Option(help: "How to print the closing figures: text or json.")
    var format: OutputFormat = .text

    func validate() throws {
        guard (heldOut == nil) != (holdOutSkills == nil) else {
            throw ValidationError("Give either --held-out or --hold-out-skills.")
        }
        for (name, part) in [("--held-out", heldOut), ("--fraction", fraction)] {
            if let part { guard part > 0, part < 1 else { throw ValidationError("\(name) lies between 0 and 1.") } }
        }
        if holdOutSkills != nil {
            guard (skills == nil) != (fraction == nil) else {
                throw ValidationError("--hold-out-skills goes with either --skills or --fraction.")
            }
            guard group == nil else { throw ValidationError("--group goes with --held-out.") }
            guard skills == nil || !named.isEmpty else { throw ValidationError("--skills names at least one skill.") }
        } else {
            guard skills == nil, fraction == nil else {
                throw ValidationError("--skills and --fraction go with --hold-out-skills.")
            }
        }
        guard seed >= 0 else { throw ValidationError("--seed is not negative.") }
    }

    func run() async throws {
        try await Exit.guarding {
            let job = FileSplit(
                input: input,
                folder: output,
                rule: rule,
                seed: seed,
                threads: threads.count
            )
            let counts = try await job.run()
            Terminal.print(format == .json ? counts.json.canonicalText : counts.text)
        }
    }

    private var rule: FileSplit.Rule {
        guard let holdOutSkills else { return .fraction(heldOut ?? 0, group: group) }
        return fraction.map { .skillFraction($0, field: holdOutSkills) } ?? .skills(named, field: holdOutSkills)
    }

    private var named: [String] {
        (skills ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
