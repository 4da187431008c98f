import EtudeCore
import EtudeCurate
import Testing

struct PairCertificateTests {
    /// A row whose text is like no other's.
    private func row(_ id: String, _ skills: [String], _ topic: String? = nil, text: String? = nil) -> LabelledRow {
        var generator = SeededGenerator(seed: Seed(7).child(id))
        let words = (0..<40).map { _ in "w\(generator.below(100_000))x" }
        let text = text ?? words.joined(separator: " ")
        return LabelledRow(id: id, skills: skills, topic: topic, text: text, strings: [text])
    }

    private func certificate(
        _ train: [LabelledRow],
        _ heldOut: [LabelledRow],
        catalog: [Skill]? = nil,
        near: NearDuplicateSettings? = NearDuplicateSettings()
    ) throws -> PairCertificate {
        var labels = PairLabels(SkillLabels(catalog ?? []))
        for row in heldOut { labels.add(row, of: .heldOut) }
        for row in train { labels.add(row, of: .train) }
        var texts = PairTexts(labels, near: near)
        for row in heldOut { try texts.add(try texts.findings(in: row, of: .heldOut), in: row, of: .heldOut) }
        for row in train { try texts.add(try texts.findings(in: row, of: .train), in: row, of: .train) }
        return PairCertificate(labels, texts, hasCatalog: catalog != nil)
    }

    private func breaches(_ certificate: PairCertificate) -> [PairRule: Int] {
        Dictionary(uniqueKeysWithValues: PairRule.allCases.map { ($0, certificate.breaches(of: $0)) })
    }

    @Test(arguments: [1, 2, 3]) func `An overlap that is known by construction has exactly these figures`(seed: Int)
        throws
    {
        var generator = SeededGenerator(seed: Seed(UInt64(seed)))
        let (shared, near, naming) = (generator.below(20), generator.below(20), generator.below(20))
        // Skills a… are of training, b… held out, c… in both; d1 and d2 stand together in both.
        var train = (0..<100).map { row("t\($0)", ["a\($0 % 17)", "aa\($0 % 13)"], "topic \($0 % 5)") }
        var heldOut = (0..<60).map { row("h\($0)", ["b\($0 % 11)", "bb\($0 % 7)"], "theme \($0 % 4)") }
        for number in 0..<shared {
            train.append(row("ts\(number)", ["c\(number)", "a1"], "topic 1"))
            heldOut.append(row("hs\(number)", ["c\(number)", "b1"], "theme 1"))
        }
        train.append(row("tt", ["d1", "d2", "d3"], "topic 1"))
        heldOut.append(row("ht", ["d4", "D1", "d2"], "Topic 9"))
        for number in 0..<near {
            let words = (heldOut[number].text ?? "").split(separator: " ")
            let text = (words.dropLast() + ["other"]).joined(separator: " ")
            train.append(row("tn\(number)", ["a2"], "topic 1", text: text))
        }
        for number in 0..<naming {
            train.append(
                row(
                    "tm\(number)",
                    ["a3"],
                    "topic 1",
                    text: "As number \(number) of B\(number % 11), \(seed)\(number)9."
                )
            )
        }
        let found = try certificate(train, heldOut)
        #expect(
            breaches(found) == [
                .skills: shared + 2, .pairs: 1, .triples: 0, .sets: 0, .topics: 0, .names: naming, .texts: near,
            ]
        )
        let splits = found.json["proved"]?["splits"]
        #expect(splits?["held_out"]?["rows"]?.int == 61 + shared)
        #expect(splits?["held_out"]?["rows_with_shared_skill"]?.int == shared + 1)
        #expect(splits?["held_out"]?["rows_with_only_shared_skills"]?.int == 0)
        #expect(splits?["train"]?["rows_with_shared_skill"]?.int == shared + 1)
        #expect(splits?["train"]?["rows_naming_other_side"]?.int == naming)
        #expect(found.json["proved"]?["near_duplicates"]?["held_out_rows"]?.int == near)
    }

    @Test func `The same skills in other writings are one set`() throws {
        let found = try certificate([row("t", ["Modus-Ponens", "puns"])], [row("h", ["pun", "modus ponens"])])
        #expect(breaches(found)[.skills] == 2)
        #expect(breaches(found)[.sets] == 1)
        #expect(found.json["proved"]?["splits"]?["held_out"]?["rows_with_shared_skill_set"]?.int == 1)
    }

    @Test func `A catalog joins aliases, and its names are looked for`() throws {
        let skills = [
            Skill(id: "irony", name: "irony", aliases: ["saying the opposite"], category: "c", definition: "d"),
            Skill(id: "pun", name: "pun", aliases: ["play on words"], category: "c", definition: "d"),
        ]
        let train = [row("t1", ["pun"]), row("t2", ["x"], text: "By saying the opposite she meant it.")]
        let alone = try certificate(train, [row("h", ["irony", "play on words"])])
        #expect(breaches(alone)[.skills] == 0)
        #expect(breaches(alone)[.names] == 0)
        let joined = try certificate(train, [row("h", ["irony", "play on words"])], catalog: skills)
        #expect(breaches(joined)[.skills] == 1)
        #expect(breaches(joined)[.names] == 1)
        #expect(joined.json["measured"]?["labels_not_in_catalog"] == ["x"])
    }

    @Test func `A name inside a longer name of the own side does not count`() throws {
        let found = try certificate(
            [row("t", ["dramatic irony"], text: "What dramatic irony it was.")],
            [row("h", ["irony"], text: "What irony it was, in the end.")]
        )
        #expect(breaches(found)[.names] == 0)
    }

    @Test func `What was not compared is not claimed`() throws {
        let found = try certificate([row("t", ["a"])], [row("h", ["b"])], near: nil)
        #expect(found.rules == [.skills, .pairs, .triples, .sets, .names])
        #expect(found.notClaimed.prefix(2).allSatisfy { $0.contains("not compared") })
        #expect(found.json["proved"]?["near_duplicates"] == .null)
        #expect(!found.text.contains("[texts]"))
    }

    @Test func `Nobody is told that files are free of leaks`() throws {
        let text = try certificate([row("t", ["a"])], [row("h", ["b"])]).text
        #expect(!text.lowercased().contains("leak"))
    }
}
