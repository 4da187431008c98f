import EtudeCore
import Testing

@testable import EtudePublish

/// Rows that were changed in a release which was published again: hashes, counts, sets, certificate, digest and name agree,
/// so that only the rule about the row is left to find the change.
@Suite(.smallRelease) struct TamperedRowTests {
    private let output: TemporaryFolder

    init() throws {
        output = try TemporaryFolder()
    }

    /// Changes a release and expects `verify` to name the rules, one of them at the row, and nothing else.
    private func expect(
        _ rules: Set<String>,
        _ location: SourceLocation = #_sourceLocation,
        after change: (inout ReleaseValues) throws -> String?
    ) throws {
        var values = try ReleaseValues(SmallRelease.folder)
        let row = try change(&values)
        let folder = try values.publish(in: output)
        let result = try Tool.run(["verify", folder], in: output)
        #expect(result.code == 65, sourceLocation: location)
        #expect(Set(result.findings.map(\.rule)) == rules, "\(result.stderr)", sourceLocation: location)
        try expectSecondVerifier(folder, finds: rules, location)
        guard let row else { return }
        #expect(result.findings.contains { $0.place == row }, "\(result.stderr)", sourceLocation: location)
    }

    @Test func `A release that was only published again verifies`() throws {
        let result = try Tool.run(
            ["verify", try ReleaseValues(SmallRelease.folder).publish(in: output)],
            in: output
        )
        #expect(result.code == 0, "\(result.stderr)")
        #expect(SmallRelease.folder.hasSuffix("-\(result.stdout.prefix(12))"))
    }

    @Test func `A held-out skill in a training row is found`() throws {
        try expect(["split-skills"]) { values in
            let index = try values.first("train", k: 2)
            let skill = try values.heldOutSkill
            values.rows[index].skills[0] = skill.id
            values.rows[index].skillNames[0] = skill.name
            values.rows[index].skillCategories[0] = skill.category
            let mark = values.rows[index].marks[0]
            values.rows[index].marks[0] = Mark(.skill(skill.id), mark.outcome, votes: mark.votes)
            return values.rows[index].id
        }
    }

    @Test func `A held-out topic in a training row is found`() throws {
        try expect(["split-topics"]) { values in
            let index = try values.first("train", k: 2)
            values.rows[index].topic = try #require(values.catalog.heldOutTopics.min())
            return values.rows[index].id
        }
    }

    @Test func `A held-out text in a training row is found although a word was changed`() throws {
        try expect(["near-duplicate-across-sides"]) { values in
            let (index, other) = (try values.first("train", k: 2), try values.first("heldout_pairs", k: 2))
            values.rows[index].replaceText(by: values.rows[other].text.changingAWord)
            return values.rows[index].id
        }
    }

    @Test func `A held-out row that was copied into training is found although a word was changed`() throws {
        try expect(["closed-combination", "near-duplicate-across-sides", "repeated-combination"]) { values in
            let (index, other) = (try values.first("train", k: 2), try values.first("heldout_pairs", k: 2))
            var copy = values.rows[other]
            copy.id = values.rows[index].id
            copy.split = "train"
            copy.planIndex = values.rows[index].planIndex
            copy.replaceText(by: copy.text.changingAWord)
            values.rows[index] = copy
            return copy.id
        }
    }

    @Test func `A held-out skill that only the explanation names is found`() throws {
        try expect(["names-other-side"]) { values in
            // Without it the answer would have to hold the explanation, and the row would not agree with itself.
            values.pipeline.replace("explanation: true", with: "explanation: false")
            let index = try values.first("train", k: 2)
            values.rows[index].explanation += " It owes much to \(try values.heldOutSkill.name)."
            return values.rows[index].id
        }
    }

    @Test func `A held-out skill that only the first turn names is found`() throws {
        try expect(["names-other-side"]) { values in
            let index = try values.first("train", k: 3)
            let turn = values.rows[index].prompt[0]
            let words = "\(turn.content)\nThink of \(try values.heldOutSkill.name.uppercased()) too."
            values.rows[index].prompt[0] = Message(turn.role, words)
            values.rows[index].messages[0] = Message(turn.role, words)
            return values.rows[index].id
        }
    }

    @Test(arguments: ["skill", "topic"])
    func `A held-out name that only the text holds is found under an alias and in another case`(_ kind: String) throws {
        try expect(["names-other-side"]) { values in
            let index = try values.first("train", k: 3)
            let (catalog, topics) = (values.catalog.catalog, values.catalog.heldOutTopics)
            let skill = catalog.skills.first { values.catalog.heldOutSkills.contains($0.id) && !$0.aliases.isEmpty }
            let topic = catalog.topics.first { topics.contains($0.id) }
            let name = try #require(kind == "skill" ? skill?.aliases.first : topic?.name)
            let text = values.rows[index].text
            values.rows[index].replaceText(by: "\(text.dropLast()), and all by \(name.uppercased()).")
            return values.rows[index].id
        }
    }

    @Test func `A text of the same side that was copied is found`() throws {
        try expect(["near-duplicate"]) { values in
            let (index, other) = (try values.first("validation", k: 2), try values.first("train", k: 2))
            values.rows[index].replaceText(by: values.rows[other].text.changingAWord)
            return values.rows[index].id
        }
    }

    @Test func `Another topic of the same side is found by the id`() throws {
        try expect(["row-id"]) { values in
            let index = try values.first("train", k: 2)
            let used = Set(values.rows.map(\.topic))
            let topics = values.catalog.catalog.topics.map(\.id)
            let other = topics.first { !values.catalog.heldOutTopics.contains($0) && !used.contains($0) }
            values.rows[index].topic = try #require(other)
            return values.rows[index].id
        }
    }

    @Test func `Skills in another order are found by the id`() throws {
        try expect(["row-id"]) { values in
            let index = try values.first("heldout_skills", k: 2)
            values.rows[index].skills.swapAt(0, 1)
            values.rows[index].skillNames.swapAt(0, 1)
            values.rows[index].skillCategories.swapAt(0, 1)
            values.rows[index].marks.swapAt(0, 1)
            return values.rows[index].id
        }
    }

    @Test func `Another id is found`() throws {
        try expect(["row-id"]) { values in
            values.rows[0].id = "0123456789abcdef"
            return values.rows[0].id
        }
    }

    @Test func `An id that another row has is found`() throws {
        try expect(["unique-id"]) { values in
            let index = try values.first("train", k: 2)
            values.rows[index + 1].id = values.rows[index].id
            return values.rows[index].id
        }
    }

    @Test func `Another name and another category than the catalog's are found`() throws {
        try expect(["row-agreement"]) { values in
            values.rows[0].skillNames[0] = "wit"
            values.rows[1].skillCategories[0] = "logic"
            return values.rows[0].id
        }
    }

    @Test func `A seed that is no hash is found`() throws {
        try expect(["schema"]) { values in
            values.rows[0].seed = "17"
            return values.rows[0].id
        }
    }

    @Test func `An answer that holds another text than the row is found`() throws {
        try expect(["row-agreement"]) { values in
            let index = try values.first("train", k: 1)
            let text = values.rows[index].text
            values.rows[index].replaceText(by: "Nothing of the kind was said.")
            values.rows[index].text = text
            return values.rows[index].id
        }
    }

    @Test func `Messages that are not prompt and completion are found`() throws {
        try expect(["row-agreement"]) { values in
            let index = try values.first("validation", k: 2)
            values.rows[index].messages.append(Message(.user, "Thank you."))
            return values.rows[index].id
        }
    }

    @Test func `A mark that was failed is found`() throws {
        try expect(["row-agreement"]) { values in
            let index = try values.first("heldout", k: 2)
            values.rows[index].marks[1] = Mark(.skill(values.rows[index].skills[1]), .fail, votes: Mark.Votes(fail: 1))
            return values.rows[index].id
        }
    }

    @Test func `A text for a reserved request is found`() throws {
        try expect(["reserved-request", "split-skills", "split-topics"]) { values in
            let (index, other) = (try values.first("train", k: 2), try values.first("evaluation", k: 2))
            let reserved = values.rows[other]
            values.rows[index].skills = reserved.skills
            values.rows[index].skillNames = reserved.skillNames
            values.rows[index].skillCategories = reserved.skillCategories
            values.rows[index].topic = reserved.topic
            for (place, skill) in reserved.skills.enumerated() {
                values.rows[index].marks[place] = Mark(.skill(skill), .pass, votes: Mark.Votes(pass: 1))
            }
            return values.rows[index].id
        }
    }

    @Test func `Rows in another order are found`() throws {
        try expect(["order"]) { values in
            let index = try values.first("train", k: 2)
            values.rows.swapAt(index, index + 1)
            return values.rows[index + 1].id
        }
    }

    @Test func `A row that was dropped is missed by the counts`() throws {
        try expect(["row-count"]) { values in
            values.isCounted = false
            values.rows.remove(at: try values.first("validation", k: 2))
            return nil
        }
    }

    @Test func `A certificate that claims more than follows is found`() throws {
        try expect(["certificate"]) { values in
            let text = try values.derivedCertificate.canonicalText
            let more = text.replacing("\"rows\":4", with: "\"rows\":5", maxReplacements: 1)
            #expect(more != text)
            values.certificate = try JSONParser.parse(more)
            return "certificate.json"
        }
    }

    @Test func `A certificate with a claim of its own is found`() throws {
        try expect(["certificate"]) { values in
            let members = try #require(try values.derivedCertificate.members)
            values.certificate = .object(members + [JSONMember("audited", true)])
            return "certificate.json"
        }
    }

    @Test(arguments: [true, false]) func `An entry that changed sides is found`(isHeldOut: Bool) throws {
        try expect(["pipeline"]) { values in
            let catalog = values.catalog
            var sides = catalog.heldOutSkills
            if isHeldOut {
                sides.remove(try #require(sides.min()))
            } else {
                sides.insert(try #require(catalog.catalog.skills.first { !sides.contains($0.id) }).id)
            }
            values.catalog = DividedCatalog(
                catalog: catalog.catalog,
                heldOutSkills: sides,
                heldOutTopics: catalog.heldOutTopics
            )
            return nil
        }
    }

    @Test func `A release that was rewritten as a whole verifies, but not against the digest that was noted down`()
        throws
    {
        let noted = try ReleaseValues(SmallRelease.folder).manifest.digest
        var values = try ReleaseValues(SmallRelease.folder)
        values.rows[try values.first("train", k: 1)].replaceText(by: "A quite different sentence stood here before.")
        let folder = try values.publish(in: output)
        let alone = try Tool.run(["verify", folder], in: output)
        #expect(alone.code == 0, "\(alone.stderr)")
        let result = try Tool.run(["verify", folder, "--expect", noted], in: output)
        #expect(result.code == 65)
        #expect(result.findings.map(\.rule) == ["expected-digest"])
    }
}

extension Row {
    /// Puts another text in the place of the row's, wherever it stands.
    fileprivate mutating func replaceText(by other: String) {
        let old = text
        text = other
        messages = messages.map { Message($0.role, $0.content.replacing(old, with: other)) }
        completion = completion.map { Message($0.role, $0.content.replacing(old, with: other)) }
    }
}

extension String {
    /// The text with another third word.
    fileprivate var changingAWord: String {
        var words = split(separator: " ")
        words[2] = "somehow"
        return words.joined(separator: " ")
    }
}
