import EtudeCore

/// What a dataset's folder remembers of its releases.
struct Ledger: Hashable {
    /// A release that was published.
    struct Entry: Hashable {
        let release: Int
        let digest: String
        let planHash: String
        /// When it was published, in milliseconds since 1970.
        let publishedAt: Int
    }

    /// The version of the format.
    static let version = 1

    /// The name of the dataset.
    let name: String
    /// The releases, in order.
    private(set) var releases: [Entry] = []

    init(name: String) {
        self.name = name
    }

    init(bytes: [UInt8], file: String) throws(EtudeError) {
        do {
            var reader = RecordReader(try JSONParser.parse(bytes))
            guard try reader.int("version") == Self.version else {
                throw EtudeError(.data, "The ledger is of another version of etude; use that one.")
            }
            name = try reader.string("name")
            for element in try reader.array("releases") {
                var entry = RecordReader(element)
                releases.append(
                    Entry(
                        release: try entry.int("release"),
                        digest: try entry.string("digest"),
                        planHash: try entry.string("plan"),
                        publishedAt: try entry.int("published_at")
                    )
                )
            }
        } catch let error as EtudeError {
            throw EtudeError(.data, error.message, at: Place(file: file))
        } catch {
            throw EtudeError(.data, "The ledger is \(error).", at: Place(file: file))
        }
    }

    /// The number that a plan's release gets: a plan whose last release was short is made again under its number.
    func nextRelease(for plan: PipelinePlan) -> Int {
        guard let last = releases.last else { return 1 }
        return last.planHash == plan.hash ? last.release : last.release + 1
    }

    /// When the work on a plan's release began, so far as the ledger knows: at the release before it.
    func beginning(of plan: PipelinePlan) -> Int {
        releases.last { $0.planHash != plan.hash }?.publishedAt ?? 0
    }

    /// The ledger with a release entered; an entry of the same number is replaced.
    func entering(_ entry: Entry) -> Ledger {
        var ledger = self
        ledger.releases.removeAll { $0.release == entry.release }
        ledger.releases.append(entry)
        return ledger
    }

    /// The JSON of the ledger, one line.
    var bytes: [UInt8] {
        let json: JSONValue = [
            "version": .int(Self.version),
            "name": .string(name),
            "releases": .array(
                releases.map {
                    [
                        "release": .int($0.release), "digest": .string($0.digest), "plan": .string($0.planHash),
                        "published_at": .int($0.publishedAt),
                    ]
                }
            ),
        ]
        return Array((json.canonicalText + "\n").utf8)
    }
}
