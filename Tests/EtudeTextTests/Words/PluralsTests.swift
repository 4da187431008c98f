import EtudeText
import Testing

@Suite struct PluralsTests {
    @Test(arguments: [
        ("metaphors", "metaphor"), ("similes", "simile"), ("fallacies", "fallacy"), ("ironies", "irony"),
        ("glasses", "glass"), ("boxes", "box"), ("churches", "church"), ("wishes", "wish"), ("headaches", "headache"),
        ("beaches", "beach"), ("quizzes", "quiz"), ("heroes", "hero"), ("shoes", "shoe"), ("analyses", "analysis"),
        ("hypotheses", "hypothesis"), ("crises", "crisis"), ("ellipses", "ellipsis"), ("phrases", "phrase"),
        ("premises", "premise"), ("clauses", "clause"), ("houses", "house"), ("viruses", "virus"), ("biases", "bias"),
        ("gloves", "glove"), ("knives", "knife"), ("women", "woman"), ("phenomena", "phenomenon"), ("movies", "movie"),
        ("bees", "bee"), ("herrings", "herring"), ("cliches", "cliche"), ("enthymemes", "enthymeme"),
        ("excuses", "excuse"),
        ("syllogisms", "syllogism"), ("oxymora", "oxymoron"), ("selves", "self"), ("ties", "tie"), ("buses", "bus"),
    ])
    func `Plurals become singular`(plural: String, singular: String) {
        #expect(Plurals.singular(plural) == singular)
        #expect(Plurals.singular(singular) == singular)
    }

    @Test(arguments: [
        "", "s", "as", "is", "was", "this", "boss", "less", "virus", "basis", "analysis", "news", "series", "species",
        "gas",
        "pathos", "physics", "chess", "irony", "2000s", "naïves", "寿司s",
    ])
    func `Words that are no plural stay`(word: String) {
        #expect(Plurals.singular(word) == word)
    }
}
