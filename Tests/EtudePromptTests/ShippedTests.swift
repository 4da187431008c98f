import EtudePrompt
import Testing

@Suite struct ShippedTests {
    @Test(arguments: ["Templates", "Pipelines/catalog"])
    func `what is compiled in is what the folders hold`(folder: String) throws {
        let files = try ProjectFolder.files(under: folder)
        #expect(!files.isEmpty)
        #expect(
            Shipped.paths(under: folder) == files.keys.sorted(),
            "The list is out of date: run Scripts/shipped.sh and build again."
        )
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
            let isSame = Shipped.files[path] == bytes
            #expect(isSame, "\(path) has changed: run Scripts/shipped.sh and build again.")
        }
    }

    @Test func `a file that does not travel is none`() {
        #expect(Shipped.text("Templates/none.mustache") == nil)
        #expect(Shipped.paths(under: "Template").isEmpty)
    }
}
