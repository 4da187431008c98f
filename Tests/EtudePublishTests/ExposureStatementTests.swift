import EtudeCore
import EtudePublish
import Testing

@Suite struct ExposureStatementTests {
    private static func measured(_ mode: JSONValue, undecided: Int = 0, share: JSONValue) -> JSONValue {
        [
            "mode": mode,
            "all": [
                "rows": 380, "audited": 400, "shown": 3, "undecided": .int(undecided), "failed": 1, "dropped": 20,
                "share": share,
            ],
            "probes": ["texts": 40, "labels": 100, "found": 97], "controls": ["texts": 34, "mistaken": 1],
        ]
    }

    private static let whole: JSONValue = ["apparent": 0.0075, "corrected": 0.005, "lower": 0.0, "upper": 0.0214]

    @Test func `a report names the rows, the shares with their interval, what is open, and the audit's errors`() {
        let statement = ExposureStatement(Self.measured("report", undecided: 2, share: Self.whole))
        #expect(
            statement.sentences == [
                "Exposure: 3 of 400 audited training rows show a held-out skill that nobody asked for (0.8%; with the audit's "
                    + "errors taken into account 0.5%, 95% interval 0.0% to 2.1%).",
                "Of the audited rows 2 are undecided, and the audit of 1 more failed.",
                "Of the 100 labels of 40 held-out rows mixed in, the audit found 97; of 34 texts that only look like a "
                    + "held-out skill it took 1 for it.",
            ]
        )
    }

    @Test func `where drafts were dropped they are counted among all drafts`() {
        let first = ExposureStatement(Self.measured("drop", share: ["apparent": 0.05])).sentences[0]
        #expect(
            first
                == "Exposure: 20 of 400 training drafts showed a held-out skill that nobody asked for and were left out "
                + "(5.0%, the audit's errors being unknown)."
        )
    }

    @Test func `what was not measured says why, and a certificate without the word says nothing`() {
        let reason: JSONValue = ["mode": "drop", "not_measured": "no skill is held out."]
        let sentence = "Exposure to held-out skills was not audited: no skill is held out."
        #expect(ExposureStatement(reason).sentences == [sentence])
        #expect(ExposureStatement(certificate: ["measured": [:]]) == nil)
        #expect(ExposureStatement(certificate: ["measured": ["exposure": reason]])?.sentences.count == 1)
    }

    @Test func `the card has it among what is measured, in words`() throws {
        var certificate = PublishFixture.certificate.members ?? []
        certificate.removeAll { $0.key == "measured" }
        let exposure = Self.measured("report", share: Self.whole)
        certificate.append(JSONMember("measured", ["allowed_mentions": [], "exposure": exposure]))
        let manifest = PublishFixture.manifest(release: 1)
        let card = DatasetCard(manifest: manifest, certificate: .object(certificate), language: "en").text
        #expect(card.contains("\n- allowed\\_mentions: \\[\\]\n- Exposure: 3 of 400 audited training rows"))
        #expect(!card.contains("apparent"))
    }
}
