import EtudeText
import Testing

@Suite struct OriginalSentenceRuleTests {
    @Test(arguments: [
        ("", 1), ("One.", 1), ("One. Two.", 2), ("One.Two.", 1), ("One.\nTwo.", 1), ("One.  Two.", 1),
        ("one. two.", 1), ("One! Two? Three.", 3), ("Wait... Now.", 2), ("One. 2 is two.", 1), ("Une. Été.", 1),
        ("\"One.\" \"Two.\"", 2), ("'One.'\" '\"Two.", 2), ("“One.” “Two.”", 1), ("\"Go!\" he said.", 1),
        ("Bring fruit, e.g. Apples.", 2), ("A. B. C.", 3), ("Is it I? It is.", 2),
        ("Dr. Lee met Mr. Fox, Mrs. Fox, Ms. Hill and Prof. Lang.", 1), ("He saw the Prof. He left.", 1),
        ("Rev. Lee left.", 2), ("It ends here. Dr. Lee left.", 2), ("They sold GMs! He left.", 1),
        ("Who is the Dr? He left.", 1), ("See the Dr.\nHe left.", 1),
    ])
    func `The original's count, its faults included`(text: String, count: Int) {
        #expect(OriginalSentenceRule.count(text) == count)
    }
}
