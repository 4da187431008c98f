import EtudeCore
import EtudeCurate
import Testing

struct CertificateTests {
    private func certificate(_ rows: [Row]) throws -> Certificate {
        var rules = RowRules(try ReleaseFixture.facts())
        for row in rows { #expect(try rules.check(row, shard: "data/\(row.split)-k\(row.k)") == []) }
        return rules.certificate()
    }

    @Test func `The keys stand in their order, on one line`() throws {
        let certificate = try certificate(ReleaseFixture.rows())
        #expect(certificate.json.members?.map(\.key) == ["version", "name", "proved", "measured", "not_claimed"])
        #expect(certificate.bytes.firstIndex(of: 10) == certificate.bytes.count - 1)
        #expect(try JSONParser.parse(certificate.bytes) == certificate.json)
    }

    @Test func `The division is counted`() throws {
        let division = try certificate(ReleaseFixture.rows()).proved["division"]
        #expect(
            division == [
                "skills": ["train": 3, "held_out": 2], "topics": ["train": 2, "held_out": 2],
                "closed_tuples": ["size": 2, "count": 1],
            ]
        )
    }

    @Test func `Splits are counted, with what they share with training`() throws {
        let splits = try certificate(ReleaseFixture.rows()).proved["splits"]
        #expect(splits?.members?.map(\.key) == ["train", "pairs", "heldout", "mixed", "evaluation"])
        #expect(
            splits?["train"] == [
                "rows": 3, "rows_by_k": ["1": 2, "2": 1], "skills": 3, "pairs": 1, "triples": 0, "skill_sets": 3,
                "topics": 2,
                "shared_with_training": ["skills": 0, "pairs": 0, "triples": 0, "skill_sets": 0, "topics": 0],
                "strings_searched": 12, "allowed_mentions": 2,
            ]
        )
        #expect(
            splits?["pairs"] == [
                "rows": 1, "rows_by_k": ["2": 1], "skills": 2, "pairs": 1, "triples": 0, "skill_sets": 1, "topics": 1,
                "shared_with_training": ["skills": 2, "pairs": 0, "triples": 0, "skill_sets": 0, "topics": 1],
                "strings_searched": 4, "allowed_mentions": 0,
            ]
        )
        #expect(splits?["heldout"]?["shared_with_training"]?.members?.allSatisfy { $0.value == 0 } == true)
        #expect(splits?["evaluation"]?["strings_searched"] == 1)
    }

    @Test func `A split of training is compared with the other ones`() throws {
        var facts = try ReleaseFixture.facts()
        facts.splits.append(SplitFacts(name: "validation", skills: .train, topics: .train))
        var rows = try ReleaseFixture.rows()
        rows[7].split = "validation"
        rows[7].deriveID()
        var rules = RowRules(facts)
        for row in rows { #expect(try rules.check(row, shard: row.split + "\(row.k)") == []) }
        let shared = rules.certificate().proved["splits"]?["validation"]?["shared_with_training"]
        #expect(shared == ["skills": 1, "pairs": 0, "triples": 0, "skill_sets": 0, "topics": 1])
    }

    @Test func `Every rule says what it checked`() throws {
        let rules = try #require(try certificate(ReleaseFixture.rows()).proved["rules"]?.array)
        #expect(rules.compactMap { $0["rule"]?.string } == RowRule.allCases.map(\.rawValue))
        func checked(_ rule: RowRule) -> Int? { rules.first { $0["rule"]?.string == rule.rawValue }?["checked"]?.int }
        #expect(checked(.schema) == 8)
        #expect(checked(.nearDuplicate) == 7)
        #expect(checked(.namesOtherSide) == 29)
    }

    @Test func `Rows and facts alone decide the bytes`() throws {
        #expect(try certificate(ReleaseFixture.rows()).bytes == certificate(ReleaseFixture.rows()).bytes)
    }

    @Test func `A published certificate is compared in all but its measurements`() throws {
        let rows = try ReleaseFixture.rows()
        let derived = try certificate(rows)
        let measured = Certificate(name: derived.name, proved: derived.proved, measured: ["leaks": 3])
        #expect(derived.violations(of: measured.json) == [])
        let other = try certificate(Array(rows.dropLast()))
        #expect(derived.violations(of: other.json).map(\.rule) == ["certificate"])
        #expect(derived.violations(of: ["version": 1]).count == 3)
    }
}
