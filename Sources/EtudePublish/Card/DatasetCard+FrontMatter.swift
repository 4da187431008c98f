import EtudeCore

extension DatasetCard {
    /// The YAML between the dashes.
    var frontMatter: String {
        """
        language:
        - \(CardText.yaml(language))
        license: other
        pretty_name: \(CardText.yaml(manifest.name))
        annotations_creators:
        - machine-generated
        language_creators:
        - machine-generated
        task_categories:
        - text-generation
        tags:
        - synthetic
        - skill-composition
        - skill-mix
        size_categories:
        - \(Self.sizeCategory(rowCount))
        configs:
        \(configurations)
        dataset_info:
        \((["default"] + loadableSets.map(\.spec.name)).map(info).joined(separator: "\n"))

        """
    }

    /// Which files belong to which split of which configuration.
    var configurations: String { configs.joined(separator: "\n") }

    /// The hub's name for a number of rows.
    static func sizeCategory(_ rows: Int) -> String {
        let bounds = [
            (1000, "1K"), (10_000, "10K"), (100_000, "100K"), (1_000_000, "1M"), (10_000_000, "10M"),
            (100_000_000, "100M"), (1_000_000_000, "1B"),
        ]
        guard let above = bounds.firstIndex(where: { rows < $0.0 }) else { return "1B<n<10B" }
        return above == 0 ? "n<1K" : "\(bounds[above - 1].1)<n<\(bounds[above].1)"
    }

    private var loadableSets: [SetRecord] { manifest.sets.filter { $0.rows > 0 } }

    private var configs: [String] {
        let all = splits.map { (split: $0, paths: ["data/\($0)-*.jsonl.gz"]) }
        return [config("default", isDefault: true, all)]
            + loadableSets.map { config($0.spec.name, isDefault: false, [($0.spec.split, paths(of: $0))]) }
    }

    /// The files of a set: its own, or the shards of its split that hold its k.
    private func paths(of set: SetRecord) -> [String] {
        guard set.shards.isEmpty else { return set.shards.map(\.path) }
        return manifest.shards.filter { $0.split == set.spec.split && set.spec.k.contains($0.k) }.map(\.path)
    }

    private func config(_ name: String, isDefault: Bool, _ files: [(split: String, paths: [String])]) -> String {
        var lines = ["- config_name: \(CardText.yaml(name))"]
        if isDefault { lines.append("  default: true") }
        lines.append("  data_files:")
        for (split, paths) in files {
            lines += ["  - split: \(CardText.yaml(split))", "    path:"]
            lines += paths.map { "    - \(CardText.yaml($0))" }
        }
        return lines.joined(separator: "\n")
    }

    private func info(_ config: String) -> String {
        "- config_name: \(CardText.yaml(config))\n  features:\n" + Row.keys.map(Self.feature).joined(separator: "\n")
    }

    /// A key of the row with its type, so that splits whose lists are all empty load like the others.
    private static func feature(_ key: String) -> String {
        let head = "  - name: \(key)\n"
        switch key {
        case "release", "k", "plan_index": return head + "    dtype: int64"
        case "skills", "skill_names", "skill_categories", "judges": return head + "    list: string"
        case "messages", "prompt", "completion":
            return head + "    list:\n" + fields(["role", "content"], of: "string", indent: 4)
        case "marks":
            return head + "    list:\n" + fields(["criterion", "mark"], of: "string", indent: 4)
                + "\n    - name: votes\n      struct:\n" + fields(["pass", "fail", "unknown"], of: "int64", indent: 6)
        default: return head + "    dtype: string"
        }
    }

    private static func fields(_ names: [String], of type: String, indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        return names.map { "\(margin)- name: \($0)\n\(margin)  dtype: \(type)" }.joined(separator: "\n")
    }
}
