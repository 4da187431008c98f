import EtudeCore
import EtudePrompt
import Foundation
import Testing

@Suite struct TemplateLibraryTests {
    /// A new folder with files in it, removed by the caller's `defer`.
    private func folder(_ files: [String: String]) throws -> URL {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("etude-templates-\(UUID().uuidString)")
        for (path, text) in files {
            let file = root.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file)
        }
        return root
    }

    private func failure(_ name: String, language: String = "en", in folder: String = "/") throws -> EtudeError {
        let error = #expect(throws: EtudeError.self) {
            try TemplateLibrary.load(name, language: language, relativeTo: folder)
        }
        return try #require(error)
    }

    @Test(arguments: ["en", "ko"])
    func `a shipped set is found by name`(language: String) throws {
        let set = try TemplateLibrary.load("skill-mix", language: language, relativeTo: "/")
        #expect(set.name == "skill-mix")
        #expect(set.language == language)
        #expect(
            set.files.map(\.path) == [
                "completion.mustache", "genre.mustache", "request.mustache", "requests/brief.mustache",
                "requests/paper.mustache", "revise.mustache",
            ]
        )
        #expect(try set["request.mustache"].file == "Templates/skill-mix/\(language)/request.mustache")
    }

    @Test func `a shipped rubric is found on its own shelf`() throws {
        let set = try TemplateLibrary.load("skill-mix", language: "en", relativeTo: "/", shelf: .rubrics)
        #expect(set.files.allSatisfy { $0.template.file.hasPrefix("Templates/rubrics/skill-mix/en/") })
        #expect(!set.files.isEmpty)
    }

    @Test func `an unknown name is answered with the nearest`() throws {
        let error = try failure("skil-mix")
        #expect(error.code == .config)
        #expect(error.message.contains("did you mean skill-mix?"))
        #expect(error.message.contains("Shipped are skill-mix;"))
    }

    @Test func `a language that a set lacks is answered with those it has`() throws {
        let error = try failure("skill-mix", language: "fi")
        #expect(error.code == .config)
        #expect(error.message.contains("it has en, ko"))
    }

    @Test func `a template that a set lacks is answered with those it has`() throws {
        let set = try TemplateLibrary.load("skill-mix", language: "en", relativeTo: "/")
        let error = #expect(throws: EtudeError.self) { try set["retry.mustache"] }
        #expect(try #require(error).message.contains("request.mustache"))
    }

    @Test func `a folder is read from where the pipeline file stands`() throws {
        let root = try folder([
            "mine/request.mustache": "{{! variables: a }}\n{{a}}",
            "mine/requests/odd.mustache": "{{! variables: }}\nodd",
            "mine/notes.txt": "{{", "mine/.hidden.mustache": "{{",
        ])
        defer { try? FileManager.default.removeItem(at: root) }
        let set = try TemplateLibrary.load("./mine", language: "fi", relativeTo: root.path)
        #expect(set.files.map(\.path) == ["request.mustache", "requests/odd.mustache"])
        #expect(try set["request.mustache"].file == "./mine/request.mustache")
        let whole = try TemplateLibrary.load(root.path + "/mine", language: "fi", relativeTo: "/nowhere")
        #expect(whole.files.count == 2)
    }

    @Test func `a folder with languages is read in the one that is asked for`() throws {
        let root = try folder([
            "mine/en/request.mustache": "{{! variables: }}\nenglish",
            "mine/fi/request.mustache": "{{! variables: }}\nsuomi",
        ])
        defer { try? FileManager.default.removeItem(at: root) }
        let set = try TemplateLibrary.load("./mine", language: "fi", relativeTo: root.path)
        #expect(try set["request.mustache"].render([:]) == "suomi")
    }

    @Test func `a fault in a file of a folder is told with its place`() throws {
        let root = try folder(["mine/request.mustache": "{{! variables: a }}\n{{a}}\n{{b}}"])
        defer { try? FileManager.default.removeItem(at: root) }
        let error = try failure("./mine", in: root.path)
        #expect(error.code == .data)
        #expect(error.place == Place(file: "./mine/request.mustache", line: 3))
    }

    @Test func `what cannot be read is told with its place`() throws {
        let root = try folder(["empty/notes.txt": "x", "file.mustache": "{{! variables: }}\nx"])
        defer { try? FileManager.default.removeItem(at: root) }
        try Data([0xFF, 0xFE]).write(to: root.appendingPathComponent("bad.mustache"))
        for (name, code) in [("./none", EtudeError.Code.config), ("./empty", .config), ("./file.mustache", .config)] {
            let error = try failure(name, in: root.path)
            #expect(error.code == code, "\(error)")
            #expect(error.place?.file == name)
        }
        #expect(try TemplateLibrary.template("./file.mustache", relativeTo: root.path).render([:]) == "x")
        for (name, code) in [("./none.mustache", EtudeError.Code.config), ("./bad.mustache", .data)] {
            let error = #expect(throws: EtudeError.self) { try TemplateLibrary.template(name, relativeTo: root.path) }
            #expect(error?.code == code)
            #expect(error?.place?.file == name)
        }
    }
}
