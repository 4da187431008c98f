import EtudeCore
import EtudePublish
import EtudeStore
import EtudeTesting

@testable import EtudePipeline

/// A pipeline with a held-out side over the shipped catalog, whose exposure is audited.
struct ExposureWorkspace {
    /// The categories of the quickstart's held-out side.
    static let heldOut: Set<String> = [
        "reasoning", "logic", "theory-of-mind", "pragmatics", "common-sense", "physical-knowledge",
    ]

    let workspace: PipelineWorkspace

    /// A pipeline of so many training rows at k = 2 and at k = 3, and a few held-out ones.
    ///
    /// With a server for a teacher the templates of ``PlantingTeacher`` are used.
    init(
        _ exposure: String,
        rows: Int,
        heldOut categories: Set<String> = heldOut,
        teacher: String = "provider: builtin",
        judge: String = "provider: builtin"
    ) throws {
        workspace = try PipelineWorkspace()
        for (name, text) in PlantingTeacher.templates {
            try RealFileSystem().makeDirectory("\(workspace.folder)/mine")
            try workspace.write(text, to: "mine/\(name)")
        }
        let held = min(rows, 12)
        let text = """
            version: 1
            name: exposed
            seed: 11
            holdout:
              skills: { categories: [\(categories.sorted().joined(separator: ", "))] }
              topics: { fraction: 0.5 }
            splits:
              train:   { skills: train,    topics: train,    k: { 2: \(rows), 3: \(rows) } }
              heldout: { skills: held-out, topics: held-out, k: { 2: \(held), 3: \(held) } }
            sampling: { strategy: uniform }
            models:
              teacher: { \(teacher) }
              judge: { \(judge) }
            generate: { attempts: 2\(teacher.contains("base_url") ? ", template: ./mine" : "") }
            output: { directory: \(workspace.output) }
            exposure: \(exposure)

            """
        try workspace.write(text, to: "pipeline.yaml")
    }

    /// What the certificate says of exposure.
    func measured() throws -> JSONValue {
        let certificate = try ReleaseReader("\(workspace.output)/current").certificate()
        return certificate["measured"]?["exposure"] ?? .null
    }

    /// The texts of the training rows.
    func trainingTexts() throws -> [String] {
        var texts: [String] = []
        let release = try ReleaseReader("\(workspace.output)/current")
        try release.rows(of: try release.manifest().shards.filter { $0.split == "train" }) { row, _, _ in
            texts.append(row.text)
        }
        return texts
    }

    /// The drafts that are not published.
    func rejected() throws -> [RejectedRecord] {
        let release = try ReleaseReader("\(workspace.output)/current")
        var records: [RejectedRecord] = []
        for file in try release.manifest().rejected {
            let shard = try release.shard(file.path)
            while let line = try shard.next() { records.append(try RejectedRecord(json: JSONParser.parse(line.bytes))) }
        }
        return records
    }
}
