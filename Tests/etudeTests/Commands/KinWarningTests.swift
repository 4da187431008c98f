import Testing

@Suite struct KinWarningTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `plan and run name the kin that a holdout parts, and lint names all`() throws {
        try folder.write(
            """
            version: 1
            name: kin
            seed: 1
            catalog: { skills: skills.yaml, topics: topics.txt }
            holdout: { skills: { ids: [verbal-irony] } }
            splits:
              train: { skills: train, k: { 1: 2 } }
            models: { teacher: { provider: builtin }, judge: { provider: builtin } }
            generate: { sentences: k }
            output: { directory: out }
            """,
            to: "kin.yaml"
        )
        try folder.write(skill("verbal irony") + skill("dramatic irony") + skill("metaphor"), to: "skills.yaml")
        try folder.write("gardening\n", to: "topics.txt")
        let warning = #"warning: "verbal irony" is held out and "dramatic irony" trains, though both are kinds"#

        let planned = try Tool.run(["plan", "kin.yaml"], in: folder)
        #expect(planned.code == 0, "\(planned.stderr)")
        #expect(planned.stdout.contains(warning))
        let json = try Tool.run(["plan", "kin.yaml", "--format", "json"], in: folder)
        #expect(json.stdout.contains(#""kin_apart":[{"first":"verbal-irony","second":"dramatic-irony""#))

        #expect(try Tool.run(["run", "kin.yaml"], in: folder).complaints.first?.hasPrefix("etude: \(warning)") == true)
        #expect(!(try Tool.run(["run", "kin.yaml", "--quiet"], in: folder)).stderr.contains("holdout-kin"))

        let lint = ["catalog", "lint", "--skills", "skills.yaml", "--topics", "topics.txt"]
        let kin = #""verbal irony" and "dramatic irony" are kin: both are kinds of "irony". [kin]"#
        #expect(try Tool.run(lint + ["--kin"], in: folder).stdout.contains(kin))
        #expect(!(try Tool.run(lint, in: folder)).stdout.contains("[kin]"))
    }

    private func skill(_ name: String) -> String {
        """
        - name: \(name)
          category: c
          definition: Known by the word \(name.count).
          realizations: ["the {role} at the {place} saw {a thing} shine \(name.count)"]

        """
    }
}
