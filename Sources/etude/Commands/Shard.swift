import ArgumentParser
import EtudeCore
import EtudePipeline
import EtudePublish

/// `etude shard`: any JSON Lines file in numbered gzip files.
struct Shard: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Divide any JSON Lines file among numbered gzip files.",
        discussion: """
            The rows keep their order. The files are NAME-00000-of-00003.jsonl.gz and so on, with a file MANIFEST that holds \
            their hashes and counts. Every line is checked to be a JSON object and copied as it is. A gzip member holds 512 KiB \
            of rows, so that the bytes depend on the rows and the layout alone, not on the number of threads.

            The folder appears when all is written; one in which something stands is refused.

            Exit codes: 65 a line is no JSON object.
            """
    )

    @Argument(help: "The file, gzipped if its name ends with .gz; - is standard input.", completion: .file())
    var input: String

    @Option(name: .shortAndLong, help: "The folder to make.", completion: .directory)
    var output: String

    @Option(help: "What the names of the files begin with.")
    var name = "data"

    @Option(help: "The most rows of a file; without it and --bytes, \(Self.defaultRows).")
    var rows: Int?

    @Option(help: "The most bytes of a file before compression, such as 100MB or 64MiB; a longer row has its own.")
    var bytes: ByteCount?

    @Option(help: "The level of compression, from 1 (fast) to 12 (small); 7 comes nearest to gzip -6.")
    var level = ShardLayout().level

    @Flag(help: "Write each row in canonical JSON: no blanks, shortest numbers, control characters escaped.")
    var canonical = false

    @OptionGroup var threads: ThreadsOption

    @Option(help: "How to print the closing figures: text or json.")
    var format: OutputFormat = .text

    private static let defaultRows = 10_000

    func validate() throws {
        guard rows ?? 1 > 0 else { throw ValidationError("--rows is at least 1.") }
        guard (1...12).contains(level) else { throw ValidationError("--level is from 1 to 12.") }
        guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else {
            throw ValidationError("--name is part of a file's name, without a slash or a dot at its start.")
        }
    }

    func run() async throws {
        try await Exit.guarding {
            let rows = rows ?? (bytes == nil ? Self.defaultRows : nil)
            var job = FileSharding(
                input: input,
                folder: output,
                layout: ShardLayout(rows: rows, bytes: bytes?.bytes, level: level),
                threads: threads.count
            )
            job.name = name
            job.isCanonical = canonical
            let manifest = try await job.run()
            Terminal.print(format == .json ? manifest.json.canonicalText : manifest.text)
        }
    }
}
