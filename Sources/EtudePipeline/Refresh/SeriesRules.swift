import EtudeCore
import EtudePublish

/// What of a pipeline file may not change within a series of releases, since their rows stand together.
struct SeriesRules {
    private let spec: PipelineSpec
    private let series: Series

    init(_ spec: PipelineSpec, _ series: Series) {
        self.spec = spec
        self.series = series
    }

    /// Refuses what would break the series.
    ///
    /// - Throws: ``EtudeError`` with code `config` naming the key, what it was and what it is.
    func check() throws(EtudeError) {
        let before = try resolvedBefore()
        for path in [["seed"], ["output", "row"], ["generate", "language"]] {
            try refuse(path, before, "Its rows stand beside those of earlier releases")
        }
        for (name, split) in members(before, ["splits"]) {
            guard spec.splits.contains(where: { $0.name == name }) else {
                throw refusal(
                    "splits.\(name)",
                    "The split \(name) is gone from the pipeline file, and release \(series.manifest.release) has it"
                )
            }
            for key in ["skills", "topics", "combinations", "texts"] where split.members?.isEmpty == false {
                try refuse(["splits", name, key], before, "A split's rows stand for what it promised")
            }
            for (k, _) in members(before, ["splits", name, "k"]) {
                guard spec.splits.first(where: { $0.name == name })?.rows.contains(where: { "\($0.k)" == k }) == true
                else {
                    throw refusal(
                        "splits.\(name).k",
                        "k = \(k) is gone from the split, and release \(series.manifest.release) has rows of it"
                    )
                }
            }
        }
    }

    private func resolvedBefore() throws(EtudeError) -> JSONValue {
        let path = "\(series.release.folder)/pipeline.yaml"
        let text = String(decoding: try series.release.bytes("pipeline.yaml"), as: UTF8.self)
        return try PipelineSpec(source: text, file: path).resolved
    }

    private func refuse(_ path: [String], _ before: JSONValue, _ reason: String) throws(EtudeError) {
        let (old, new) = (value(before, path), value(spec.resolved, path))
        guard old != new else { return }
        let words = "\(reason), and it was \(old?.canonicalText ?? "absent") in release \(series.manifest.release)"
        throw refusal(path.joined(separator: "."), words)
    }

    private func refusal(_ key: String, _ words: String) -> EtudeError {
        EtudeError(
            .config,
            "\(words); leave it as it was, or begin a dataset of another `name` in another output.directory.",
            at: Place(file: spec.file, key: key)
        )
    }

    private func value(_ json: JSONValue, _ path: [String]) -> JSONValue? {
        path.reduce(Optional(json)) { value, key in value?.members?.first { $0.key == key }?.value }
    }

    private func members(_ json: JSONValue, _ path: [String]) -> [(String, JSONValue)] {
        (value(json, path)?.members ?? []).map { ($0.key, $0.value) }
    }
}
