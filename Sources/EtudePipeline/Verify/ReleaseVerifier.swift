import EtudeCore
import EtudeCurate
import EtudeIngest
import EtudePrompt
import EtudePublish
import EtudeSample

/// Checks a release from itself alone: files, hashes, counts, every row, and the certificate, which is derived again.
public enum ReleaseVerifier: Sendable {
    /// Verifies a release.
    ///
    /// - Parameters:
    ///   - path: its folder, or a link to it.
    ///   - expected: the digest that it must have, as it was noted down elsewhere; nil where nothing was.
    /// - Returns: what is wrong, if anything.
    /// - Throws: ``EtudeError`` with code `io` where it cannot be read, `data` where it is no release.
    public static func verify(_ path: String, expecting expected: String? = nil) throws -> Verification {
        let release = try ReleaseReader(path)
        let manifest = try release.manifest()
        let facts: ReleaseFacts
        let seed: Seed
        do {
            (facts, seed) = try self.facts(of: release)
        } catch let error as EtudeError where error.code == .data || error.code == .config {
            return Verification(
                folder: release.folder,
                digest: manifest.digest,
                violations: [Verification.Finding(rule: "pipeline", place: release.folder, message: error.description)],
                rows: 0,
                measured: []
            )
        }
        var rules = RowRules(facts)
        var found: [Verification.Finding] = []
        var rows = 0
        let files = try FileRules(release).check(
            splitOrder: facts.decisionOrder.map(\.name),
            setSeed: seed
        ) { json, shard, line throws(EtudeError) in
            rows += 1
            found += rules.check(json, shard: shard.path, line: line).map {
                Verification.Finding(rule: $0.rule, place: $0.row, message: $0.message)
            }
        }
        found += files.map {
            Verification.Finding(rule: $0.rule, place: $0.place?.description ?? release.folder, message: $0.message)
        }
        let published = try release.certificate()
        found += rules.certificate(measured: published["measured"] ?? [:]).violations(of: published).map {
            Verification.Finding(rule: $0.rule, place: $0.row, message: $0.message)
        }
        if manifest.name != facts.name {
            found.append(
                Verification.Finding(
                    rule: "pipeline",
                    place: Manifest.path,
                    message: "It names another dataset than pipeline.yaml."
                )
            )
        }
        if let expected, expected != manifest.digest {
            found.append(
                Verification.Finding(
                    rule: "expected-digest",
                    place: release.folder,
                    message: "The digest is \(manifest.digest), and \(expected) is expected."
                )
            )
        }
        return Verification(
            folder: release.folder,
            digest: manifest.digest,
            violations: found,
            rows: rows,
            measured: ExposureStatement(certificate: published)?.sentences ?? []
        )
    }

    /// What the release says of itself: its pipeline, its catalog, and the division that follows from both.
    private static func facts(of release: ReleaseReader) throws -> (ReleaseFacts, Seed) {
        let file = "\(release.folder)/pipeline.yaml"
        guard let source = String(validating: try release.bytes("pipeline.yaml"), as: UTF8.self) else {
            throw EtudeError(.data, "The file is not valid UTF-8.", at: Place(file: file))
        }
        let spec = try PipelineSpec(source: source, file: file)
        let divided = try release.catalog()
        let seed = Seed(UInt64(spec.seed))
        let division = try Division.divide(
            catalog: divided.catalog,
            rule: spec.holdoutRule,
            seed: seed.child("holdout")
        )
        guard Set(division.heldOutSkills) == divided.heldOutSkills, Set(division.heldOutTopics) == divided.heldOutTopics
        else {
            throw EtudeError(
                .data,
                "The sides in catalog.jsonl are not those that pipeline.yaml gives.",
                at: Place(file: "\(release.folder)/\(DividedCatalog.path)")
            )
        }
        let facts = ReleaseFacts(
            spec: spec,
            catalog: divided.catalog,
            division: division,
            criteria: try criteria(of: release, language: spec.generate.language)
        )
        return (facts, seed)
    }

    /// The criteria of the rubric among the release's templates.
    private static func criteria(of release: ReleaseReader, language: String) throws -> [String] {
        let path = "templates/rubric/\(language)/\(Rubric.file)"
        let file = "\(release.folder)/\(path)"
        guard let text = String(validating: try release.bytes(path), as: UTF8.self) else {
            throw EtudeError(.data, "The file is not valid UTF-8.", at: Place(file: file))
        }
        return try RubricReader.criteria(text: text, file: file)
    }
}
