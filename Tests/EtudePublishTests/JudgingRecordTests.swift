import EtudeCore
import EtudePublish
import EtudeStore
import EtudeTesting
import Testing

struct JudgingRecordTests {
    private static let record = JudgingRecord(
        ballots: 3,
        texts: 40,
        agreement: [
            AgreementRecord(
                criterion: "skills",
                texts: 38,
                percent: Estimate(0.9, interval: ConfidenceInterval(lower: 0.85, upper: 0.95)),
                cohensKappa: nil,
                fleissKappa: Estimate(0.61, interval: ConfidenceInterval(lower: 0.5, upper: 0.7)),
                alpha: nil,
                abstentions: BinomialSample(successes: 2, trials: 120)
            )
        ],
        probes: [
            ProbeRecord(
                kind: "off-topic",
                planted: 10,
                caughtByCode: 1,
                caughtByJudges: BinomialSample(successes: 7, trials: 9),
                abstained: 1,
                failed: 1,
                missed: 2
            )
        ],
        warnings: ["The judge `a` is the teacher's model."],
        audit: AuditRecord(
            release: 2,
            digest: "ab12",
            precision: BinomialSample(successes: 95, trials: 100),
            unlabelled: 3
        )
    )

    private func manifest(_ judging: JudgingRecord?) -> Manifest {
        var manifest = PublishFixture.manifest(release: 1)
        manifest.judging = judging
        return manifest
    }

    private func card(_ judging: JudgingRecord?) -> String {
        DatasetCard(manifest: manifest(judging), certificate: PublishFixture.certificate, language: "en").text
    }

    @Test(arguments: [nil, JudgingRecord(ballots: 1, texts: 0), record])
    func `a manifest is read as it was written, with what was measured and without`(record: JudgingRecord?) throws {
        let manifest = manifest(record)
        #expect((manifest.json["judging"] != nil) == (record != nil))
        #expect(try Manifest(json: manifest.json) == manifest)
        #expect(try Manifest(json: JSONParser.parse(manifest.bytes)) == manifest)
    }

    @Test func `a rate stands beside its counts, and an undefined number is null`() throws {
        let json = Self.record.json
        let probe = try #require(json["probes"]?.array?.first)
        #expect(probe["catch_rate"]?["value"]?.double == 7.0 / 9)
        #expect(json["agreement"]?.array?.first?["alpha"] == .null)
        #expect(json["audit"]?["precision"]?["value"]?.double == 0.95)
        #expect(JudgingRecord(ballots: 1, texts: 0).json["audit"] == .null)
    }

    @Test(arguments: ["texts", "agreement", "audit"])
    func `a record without one of its keys is refused`(key: String) throws {
        let members = try #require(Self.record.json.members).filter { $0.key != key }
        let error = #expect(throws: EtudeError.self) { try JudgingRecord(json: .object(members)) }
        #expect(error?.message.contains(key) == true)
    }

    @Test func `the card says what was measured`() {
        let card = card(Self.record)
        for words in [
            "## How far the marks can be trusted\n",
            "| skills | 38 | 0.9 (0.85 to 0.95) | 0.61 (0.5 to 0.7) | undefined | 0.017 (0.005 to 0.059) |",
            "| off-topic | 10 | 1 | 7 of 9 | 0.778 (0.453 to 0.937) |",
            "A person labelled 100 accepted rows of release 2, 3 more were drawn: the share that was",
            "rightly accepted is 0.95 (", "- The judge \\`a\\` is the teacher's model.",
        ] {
            #expect(card.contains(words), "\(words)")
        }
    }

    @Test func `the card says that one ballot measures nothing, and an old release says nothing of it`() {
        let one = card(JudgingRecord(ballots: 1, texts: 9))
        #expect(one.contains("one judge in one round, so how far judges agree was not measured"))
        let two = card(JudgingRecord(ballots: 2, texts: 9))
        #expect(two.contains("could have 2 ballots, but how far they agree was not measured"))
        #expect(!card(nil).contains("trusted"))
    }
}
