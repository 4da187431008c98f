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
        var found = Findings(release.folder)
        guard let manifest = try found.reading(Manifest.path, rule: "manifest", { try release.manifest() }),
            try found.hasFiles(["pipeline.yaml", DividedCatalog.path], of: release),
            let (spec, facts) = try found.reading("pipeline.yaml", rule: "pipeline", { try facts(of: release) })
        else { return found.verification() }
        var rules = RowRules(facts, texts: try SpooledTexts())
        let files = try FileRules(release).check(
            splitOrder: facts.decisionOrder.map(\.name),
            setSeed: Seed(UInt64(spec.seed))
        ) { [rules] json, row in
            row.map(rules.examine) ?? rules.examine(json)
        } visit: { row, shard, line throws(EtudeError) in
            found.rows += 1
            for violation in try rules.take(row, shard: shard.path, line: line) { found.add(violation) }
        }
        for file in files { found.add(file.rule, file.place?.description ?? release.folder, file.message) }
        let certificate = try found.reading("certificate.json", rule: "certificate") {
            try release.has("certificate.json") ? try release.certificate() : nil
        }
        if let certificate {
            let derived = rules.certificate(measured: certificate["measured"] ?? [:])
            for violation in derived.violations(of: certificate) { found.add(violation) }
        }
        if manifest.name != facts.name {
            found.add("pipeline", Manifest.path, "It names another dataset than pipeline.yaml.")
        }
        if manifest.sets.map(\.spec) != spec.sets || !hasCells(of: spec, manifest) {
            found.add("pipeline", Manifest.path, "Its splits, k and sets are not those of pipeline.yaml.")
        }
        if let expected, expected != manifest.digest {
            let message = "The digest is \(manifest.digest), and \(expected) is expected."
            found.add("expected-digest", release.folder, message)
        }
        let measured = certificate.flatMap { ExposureStatement(certificate: $0)?.sentences }
        return found.verification(digest: manifest.digest, measured: measured ?? [])
    }

    /// Whether the manifest counts every cell of the pipeline, and no other.
    private static func hasCells(of spec: PipelineSpec, _ manifest: Manifest) -> Bool {
        let cells = spec.splits.flatMap { split in split.rows.map { "\(split.name)/k\($0.k)" } }
        return cells.sorted() == manifest.counts.map { "\($0.split)/k\($0.k)" }.sorted()
    }

    /// What was found so far.
    private struct Findings {
        let folder: String
        var rows = 0
        private var found: [Verification.Finding] = []

        init(_ folder: String) {
            self.folder = folder
        }

        mutating func add(_ rule: String, _ place: String, _ message: String) {
            found.append(Verification.Finding(rule: rule, place: place, message: message))
        }

        mutating func add(_ violation: Violation) {
            add(violation.rule, violation.row, violation.message)
        }

        /// Whether files without which nothing can be checked are there.
        mutating func hasFiles(_ paths: [String], of release: ReleaseReader) throws -> Bool {
            let missing = try paths.filter { !(try release.has($0)) }
            for path in missing { add("missing-file", path, "The release lacks the file.") }
            return missing.isEmpty
        }

        /// What a document of the release says; nil where it is wrong, which is a finding.
        mutating func reading<Content>(
            _ path: String,
            rule: String,
            _ read: () throws -> Content?
        ) throws -> Content? {
            do {
                return try read()
            } catch let error as EtudeError where error.code == .data || error.code == .config {
                add(rule, path, error.description)
                return nil
            }
        }

        func verification(digest: String = "", measured: [String] = []) -> Verification {
            Verification(folder: folder, digest: digest, violations: found, rows: rows, measured: measured)
        }
    }

    /// What the release says of itself: its pipeline, its catalog, and the division that follows from both.
    private static func facts(of release: ReleaseReader) throws -> (PipelineSpec, ReleaseFacts) {
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
        return (spec, facts)
    }

    /// The criteria of the rubric among the release's templates.
    private static func criteria(of release: ReleaseReader, language: String) throws -> [String] {
        let path = "templates/rubric/\(language)/\(Rubric.file)"
        let file = "\(release.folder)/\(path)"
        guard try release.has(path) else {
            throw EtudeError(.data, "The release lacks the file.", at: Place(file: file))
        }
        guard let text = String(validating: try release.bytes(path), as: UTF8.self) else {
            throw EtudeError(.data, "The file is not valid UTF-8.", at: Place(file: file))
        }
        return try RubricReader.criteria(text: text, file: file)
    }
}
