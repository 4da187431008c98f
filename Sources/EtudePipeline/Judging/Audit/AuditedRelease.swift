import EtudeCore
import EtudePublish

/// The release from which rows were drawn, as each line of an audit names it.
struct AuditedRelease: Sendable, Hashable {
    /// The dataset.
    let dataset: String
    /// The number of the release.
    let release: Int
    /// Its digest.
    let digest: String
    /// The rule by which its rows were accepted.
    let accept: String

    /// The release of a manifest.
    init(_ manifest: Manifest, accept: String) {
        dataset = manifest.name
        release = manifest.release
        digest = manifest.digest
        self.accept = accept
    }

    /// Reads what ``json`` makes.
    ///
    /// - Throws: ``EtudeError`` with code `data` naming the key that is wrong.
    init(json: JSONValue) throws(EtudeError) {
        var reader = RecordReader(json)
        dataset = try reader.string("dataset")
        release = try reader.int("release")
        digest = try reader.string("digest")
        accept = try reader.string("accept")
        try reader.refuseOtherKeys()
    }

    /// The release as a JSON object.
    var json: JSONValue {
        [
            "dataset": .string(dataset), "release": .int(release), "digest": .string(digest),
            "accept": .string(accept),
        ]
    }
}
