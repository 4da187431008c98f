import EtudeCore
import EtudePublish

extension PipelineSpec {
    /// What a person said of rows of an earlier release; nil where the pipeline names no audit.
    ///
    /// - Returns: the release, and how many of its labelled rows were rightly accepted.
    /// - Throws: ``EtudeError`` with code `config` for a file that is missing or another dataset's, `data` for one that contradicts itself.
    func audit() throws(EtudeError) -> AuditRecord? {
        guard let path = judge.audit else { return nil }
        let audit = try placing(at: "judge.audit") { () throws(EtudeError) in
            let audit = try AuditFile(resolve(path))
            guard audit.release.dataset == name else {
                throw EtudeError(
                    .config,
                    "The audit is of the dataset \"\(audit.release.dataset)\" and not \"\(name)\"."
                )
            }
            return audit
        }
        return AuditRecord(
            release: audit.release.release,
            digest: audit.release.digest,
            precision: audit.right,
            unlabelled: audit.unlabelled
        )
    }
}
