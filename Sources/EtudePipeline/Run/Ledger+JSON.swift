import EtudeCore
import EtudeSample

extension Ledger {
    /// Reads a ledger.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - file: its name, for errors.
    /// - Throws: ``EtudeError`` with code `data` for what is no ledger, or one of another version.
    init(bytes: [UInt8], file: String) throws(EtudeError) {
        do {
            var reader = RecordReader(try JSONParser.parse(bytes))
            guard try reader.int("version") == Self.version else {
                throw EtudeError(
                    .data,
                    "The ledger is of another version of etude; use that one, or begin in another output.directory."
                )
            }
            self.init(name: try reader.string("name"))
            for element in try reader.array("releases") { self = entering(try Entry(json: element)) }
            try restore(
                division: try reader.value("division"),
                closed: try reader.array("closed"),
                epochs: try reader.array("epochs")
            )
        } catch let error as EtudeError {
            throw EtudeError(.data, error.message, at: Place(file: file))
        } catch {
            throw EtudeError(.data, "The ledger is \(error).", at: Place(file: file))
        }
    }

    /// The JSON of the ledger, one line.
    var bytes: [UInt8] {
        func ids(_ list: [String]?) -> JSONValue { .array((list ?? []).map(JSONValue.string)) }
        let closed = (division?.closed ?? []).sorted { $0.lexicographicallyPrecedes($1) }
        let json: JSONValue = [
            "version": .int(Self.version),
            "name": .string(name),
            "releases": .array(releases.map(\.json)),
            "division": division.map {
                [
                    "train_skills": ids($0.trainSkills), "held_out_skills": ids($0.heldOutSkills),
                    "train_topics": ids($0.trainTopics), "held_out_topics": ids($0.heldOutTopics),
                ]
            } ?? .null,
            "closed": .array(closed.map { ids($0) }),
            "epochs": .array(history.epochs.map(\.json)),
        ]
        return Array((json.canonicalText + "\n").utf8)
    }
}

extension Ledger.Entry {
    /// The entry as a JSON object.
    var json: JSONValue {
        [
            "release": .int(release), "digest": .string(digest), "plan": .string(planHash),
            "published_at": .int(publishedAt), "kind": .string(kind.rawValue),
        ]
    }

    /// Reads what ``json`` makes.
    init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        self.init(
            release: try reader.int("release"),
            digest: try reader.string("digest"),
            planHash: try reader.string("plan"),
            publishedAt: try reader.int("published_at")
        )
        let word = try reader.string("kind")
        guard let kind = Ledger.Kind(rawValue: word) else {
            throw EtudeError(.data, "A release is neither of `run` nor of `refresh`, but of \"\(word)\".")
        }
        self.kind = kind
    }
}
