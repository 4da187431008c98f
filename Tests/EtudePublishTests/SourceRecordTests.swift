import EtudeCore
import EtudePublish
import Testing

struct SourceRecordTests {
    private let records = [
        SourceRecord(
            part: "skills",
            name: "my_[skills].csv",
            kind: "csv",
            sha256: "00ff",
            entries: 12,
            merged: 1,
            skipped: [SourceRecord.Share(text: "their status is \"remove\"", entries: 2)],
            unreviewed: 3,
            licenses: [
                SourceRecord.Share(text: "", entries: 1), SourceRecord.Share(text: "CC-BY-4.0 <b>", entries: 8),
            ],
            origins: [SourceRecord.Share(text: "https://example.org/s#", entries: 9)],
            retrieved: "2026-11-20, by *hand*"
        ),
        SourceRecord(
            part: "topics",
            name: "shipped",
            kind: "yaml",
            sha256: "",
            entries: 100,
            merged: 0,
            skipped: [],
            unreviewed: 0,
            licenses: [SourceRecord.Share(text: "Apache-2.0", entries: 100)],
            origins: [],
            retrieved: ""
        ),
    ]

    private var manifest: Manifest {
        var manifest = PublishFixture.manifest(release: 1)
        manifest.sources = records
        return manifest
    }

    private var card: String {
        DatasetCard(manifest: manifest, certificate: PublishFixture.certificate, language: "en").text
    }

    @Test func `A manifest comes back with its sources`() throws {
        #expect(try Manifest(json: try JSONParser.parse(manifest.bytes)) == manifest)
        #expect(PublishFixture.manifest(release: 1).json["sources"] == nil)
    }

    @Test func `The card says where entries come from, and nothing of a file means anything in Markdown`() throws {
        #expect(
            card.contains(
                ##"""
                - skills: my\_\[skills\].csv (csv, SHA-256 `00ff`), 12 entries
                  - licence: not stated (1 entry); CC-BY-4.0 \<b\> (8 entries)
                  - first taken from: https://example.org/s\# (9 entries)
                  - retrieved: 2026-11-20, by \*hand\*
                  - merged into others: 1 entry
                  - left out: 2 entries, their status is "remove"
                  - **proposed by a model and not reviewed: 3 entries**
                - topics: shipped (yaml), 100 entries
                  - licence: Apache-2.0 (100 entries)

                """##
            ),
            "\(card)"
        )
    }

    @Test func `The licence of the texts is left to the reader, whatever those of the entries are`() {
        #expect(card.hasPrefix("---\nlanguage:\n- \"en\"\nlicense: other\n"))
    }

    @Test func `Of many origins those of most entries are named`() {
        let origins = (0..<50).map { SourceRecord.Share(text: "file-\($0)", entries: 50 - $0) }
        let record = SourceRecord(
            part: "skills",
            name: "s.yaml",
            kind: "yaml",
            sha256: "00",
            entries: 1275,
            merged: 0,
            skipped: [],
            unreviewed: 0,
            licenses: [],
            origins: origins,
            retrieved: ""
        )
        #expect(record.origins == Array(origins.prefix(SourceRecord.mostOrigins)))
    }
}
