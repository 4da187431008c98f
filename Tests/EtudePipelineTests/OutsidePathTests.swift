import EtudeCore
import EtudePipeline
import EtudeStore
import EtudeTesting
import Testing

/// Paths of a pipeline file stay in its folder, whatever they lead through.
@Suite struct OutsidePathTests {
    private static let canary = "- { name: canary, definition: A bird. }\n"

    /// A folder with a pipeline in it and a file beside it.
    private func workspace() throws -> PipelineWorkspace {
        let workspace = try PipelineWorkspace()
        let files = RealFileSystem()
        try files.makeDirectory("\(workspace.folder)/in")
        try workspace.write(SmallPipeline(.builtIn).text(output: workspace.output), to: "in/pipeline.yaml")
        try workspace.write(Self.canary, to: "canary.yaml")
        try files.makeSymbolicLink("\(workspace.folder)/in/link.yaml", to: "../canary.yaml")
        try files.makeDirectory("\(workspace.folder)/templates")
        try workspace.write("{{! variables: }}", to: "templates/a.mustache")
        try files.makeDirectory("\(workspace.folder)/in/own")
        try files.makeSymbolicLink("\(workspace.folder)/in/own/a.mustache", to: "../../templates/a.mustache")
        return workspace
    }

    @Test(arguments: [
        "catalog.skills=../canary.yaml", "catalog.skills=link.yaml", "catalog.topics=../canary.yaml",
        "generate.template=../templates", "generate.template=./own", "judge.rubric=../templates",
        "output.row.request=[../canary.yaml]", "decontaminate.against=[../canary.yaml]",
        "catalog.skills=/dev/zero", "catalog.skills=/etc/hostname",
    ])
    func `A path that leads out is refused and named with the flag`(setting: String) throws {
        let workspace = try self.workspace()
        let file = "\(workspace.folder)/in/pipeline.yaml"
        let error = #expect(throws: EtudeError.self) {
            try PipelinePlan.resolve(PipelineSpec.read(file: file, overrides: [setting]))
        }
        #expect(error?.code == .config)
        #expect(error?.message.contains("--allow-outside") == true, "\(error?.description ?? "")")
        #expect(error?.message.contains("A bird") == false)
    }

    @Test func `The flag allows what leads out, but no device`() throws {
        let workspace = try self.workspace()
        let file = "\(workspace.folder)/in/pipeline.yaml"
        let spec = try PipelineSpec.read(file: file, allowsOutside: true)
        for path in ["../canary.yaml", "link.yaml", "\(workspace.folder)/canary.yaml"] {
            #expect(throws: Never.self) { try spec.resolve(path) }
        }
        #expect(throws: EtudeError.self) { try spec.resolve("/dev/zero") }
    }

    @Test func `A journal, answers and a further folder go by the same rule`() throws {
        let workspace = try self.workspace()
        let spec = try PipelineSpec.read(
            file: "\(workspace.folder)/in/pipeline.yaml",
            overrides: ["journal=../j.sqlite"]
        )
        #expect(throws: EtudeError.self) { try OutputStatus(spec) }
        #expect(throws: EtudeError.self) { try spec.resolve("../key") }
        #expect(try spec.resolve("../key", orIn: workspace.folder).hasSuffix("in/../key"))
        #expect(try spec.resolve("new/journal.sqlite").hasSuffix("in/new/journal.sqlite"))
    }

    @Test func `A pipeline file that is a device is refused`() {
        let error = #expect(throws: EtudeError.self) { try PipelineSpec.read(file: "/dev/zero") }
        #expect(error?.code == .config)
    }
}
