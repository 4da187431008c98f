import EtudeCore
import Testing

@Suite struct CriterionTests {
    @Test(arguments: ["register", "formal-register", "a1", "tone-2"])
    func `a rubric's own criterion is named by its id`(id: String) {
        #expect(Criterion(name: id) == .other(id))
        #expect(Criterion.other(id).name == id)
    }

    @Test(arguments: ["", "skill", "Register", "formal_register", "-a", "a-", "a--b", "1a", "two words", "früh"])
    func `what is no id names no criterion`(name: String) {
        #expect(Criterion(name: name) == nil)
    }

    @Test func `a rubric's order is that of its ids, with each skill where skill stands`() {
        let criteria = Criterion.all(["topic", "skill", "register", "sense", "sentence-limit"], skills: ["a", "b"])
        #expect(criteria == [.topic, .skill("a"), .skill("b"), .other("register"), .sense, .sentenceLimit])
        #expect(Criterion.all(skills: ["a"]) == [.skill("a"), .topic, .sense, .sentenceLimit])
    }
}
