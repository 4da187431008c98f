import EtudePrompt
import EtudeText
import Testing

@Suite struct ShippedTemplateTests {
    static let templates = Shipped.paths(under: "Templates").filter { $0.hasSuffix(".mustache") }

    /// The names in the catalog's files, as their `name:`, `aliases:` and `inflections:` lines have them.
    static let names: [NameMatcher.Name] = Shipped.paths(under: "Pipelines/catalog").flatMap { path in
        (Shipped.text(path) ?? "").split(separator: "\n").flatMap { line -> [NameMatcher.Name] in
            let line = line.drop { $0 == " " || $0 == "-" }
            guard let key = ["name: ", "aliases: ", "inflections: "].first(where: line.hasPrefix) else { return [] }
            return line.dropFirst(key.count).split(separator: ",").map {
                NameMatcher.Name(owner: path, form: $0.filter { !"[]\"'".contains($0) })
            }
        }
    }

    @Test(arguments: templates)
    func `no template names a skill or topic of the catalog`(path: String) throws {
        #expect(Self.names.count > 100)
        let text = try #require(Shipped.text(path))
        let named = NameMatcher(Self.names).matches(in: text).map(\.form)
        #expect(named.isEmpty, "\(path)")
    }

    @Test(arguments: templates)
    func `every shipped template can be read`(path: String) throws {
        #expect(throws: Never.self) { try Template(source: Shipped.text(path) ?? "", file: path) }
    }

    @Test func `every set has the same files in every language, with the same variables`() throws {
        let sets = [(TemplateLibrary.Shelf.requests, "skill-mix"), (.rubrics, "skill-mix"), (.rubrics, "exposure")]
        for (shelf, name) in sets {
            let english = try TemplateLibrary.load(name, language: "en", relativeTo: "/", shelf: shelf)
            let korean = try TemplateLibrary.load(name, language: "ko", relativeTo: "/", shelf: shelf)
            #expect(english.files.map(\.path) == korean.files.map(\.path))
            for (first, second) in zip(english.files, korean.files) {
                #expect(first.template.variables == second.template.variables, "\(first.path)")
            }
        }
    }
}
