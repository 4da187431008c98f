import EtudeCore
import Testing

@testable import EtudeIngest

@Suite struct CatalogKindGuessTests {
    @Test(arguments: [
        ("a.yaml", "", CatalogKind.yaml), ("A.YML", "", .yaml), ("a.csv.gz", "", .csv), ("b/a.tsv", "", .tsv),
        ("a.json", "", .json), ("a.ndjson", "", .jsonl), ("a.rdf", "", .skos), ("a.htm", "", .html),
        ("a.txt", "Sewing\nthe Silk Road\n", .list), ("a.txt", "1. critical_thinking\n2. empathy\n", .instructSkillMix),
        ("a.txt", "sewing\ndueling\n", .list), ("a.txt", "", .list),
        ("a.xml", "<a/>", .xml), ("a.xml", "<rdf:RDF xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\">", .skos),
        ("a", "\n<!DOCTYPE HTML>", .html), ("a", "<glossary>", .xml), ("a", " [{", .json), ("a", "{\"a\":\n1}", .json),
        ("a", "{\"a\":1}\n{\"a\":2}\n", .jsonl), ("a", "---\n- name: a", .yaml), ("a", "- name: a", .yaml),
        ("a", "id,Name,x\n", .csv), ("a", "\"skill\"\tdefinition\n", .tsv),
    ])
    func `a kind is told by name or beginning`(path: String, text: String, kind: CatalogKind) throws {
        #expect(try CatalogKind.guess(path, head: Array(text.utf8)) == kind)
    }

    @Test(arguments: ["", "a b c", "x,y,z\n", "Sewing\nDueling\n"])
    func `what neither tells is asked for`(text: String) {
        let error = #expect(throws: EtudeError.self) { try CatalogKind.guess("a.gz", head: Array(text.utf8)) }
        #expect(error?.code == .data && error?.message.contains("--as") == true)
    }
}
