import EtudeText
import Testing

@Suite struct SentenceWordsTests {
    @Test(arguments: [
        SentenceCase(1, "Dr. Smith met Mrs. Jones and Prof. Lee."),
        SentenceCase(1, "mr. smith met mrs. jones."),
        SentenceCase(1, "Mr.Smith left."),
        SentenceCase(1, "Bring fruit, e.g. Apples or pears."),
        SentenceCase(1, "Bring fruit (e.g., apples)."),
        SentenceCase(1, "The best, i.e. The Beatles, played."),
        SentenceCase(1, "It was Ali vs. Frazier."),
        SentenceCase(1, "The case was Roe v. Wade."),
        SentenceCase(1, "Compare cf. Miller on this."),
        SentenceCase(2, "Bring apples, pears, etc. Then cook them."),
        SentenceCase(1, "Apples, pears, etc. are fruit."),
        SentenceCase(1, "Apples (pears, etc.) are fruit."),
        SentenceCase(1, "Bring apples, pears, etc."),
        SentenceCase(1, "He came at 5 p.m. on Monday."),
        SentenceCase(1, "He came at 5 p.m. Monday."),
        SentenceCase(2, "He came at 5 p.m. Nobody was there."),
        SentenceCase(2, "It opens at 9 a.m. Bring a coat."),
        SentenceCase(1, "The U.S. Army left the U.K. in May."),
        SentenceCase(2, "They moved to the U.S. They like it."),
        SentenceCase(1, "Washington D.C. is warm."),
        SentenceCase(1, "She has a Ph.D. in physics."),
        SentenceCase(2, "She has a Ph.D. He has none."),
        SentenceCase(1, "Acme Inc. bought Bolt Co. Ltd. last year."),
        SentenceCase(2, "He works at Acme Inc. The pay is poor."),
        SentenceCase(1, "John Smith Jr. won."),
        SentenceCase(1, "They live on St. James St. near Mt. Hood."),
        SentenceCase(2, "They live on Main St. It is loud."),
        SentenceCase(1, "See Fig. 3 and No. 5 in Vol. 2."),
        SentenceCase(2, "He said no. She said yes."),
        SentenceCase(1, "On Jan. 5 it snowed."),
        SentenceCase(1, "Add 2 tsp. sugar and 3 oz. butter."),
        SentenceCase(1, "It takes approx. five days, max. six."),
        SentenceCase(1, "Gen. Lee met Sen. Clay and Gov. Fox."),
        SentenceCase(2, "We ran the last gen. We failed."),
        SentenceCase(2, "They moved to Los Angeles, CA. Rent is high."),
        SentenceCase(1, "Miller et al. Found it first."),
        SentenceCase(1, "P.S. I love you."),
    ])
    func `Abbreviations end a sentence only where one can begin`(example: SentenceCase) {
        #expect(Sentences.count(example.text) == example.count)
    }

    @Test(arguments: [
        SentenceCase(1, "J. K. Rowling wrote it."),
        SentenceCase(1, "It was written by J. R. R. Tolkien."),
        SentenceCase(1, "It was written by J.R.R. Tolkien."),
        SentenceCase(1, "George W. Bush spoke."),
        SentenceCase(1, "She grew E. coli in a dish."),
        SentenceCase(2, "Take vitamin C. Oranges have it."),
        SentenceCase(2, "We need a plan B. It rains."),
        SentenceCase(2, "It was I. Nobody else came."),
        SentenceCase(2, "He crowned George V. The crowd cheered."),
    ])
    func `Initials end no sentence`(example: SentenceCase) {
        #expect(Sentences.count(example.text) == example.count)
    }

    @Test(arguments: [
        SentenceCase(1, "Well... I think so."),
        SentenceCase(1, "He waited… and waited… and left."),
        SentenceCase(1, "He waited... and left."),
        SentenceCase(2, "He waited... Nobody came."),
        SentenceCase(2, "He waited…Nobody came."),
        SentenceCase(1, "He waited...and left."),
        SentenceCase(1, "...and then he left."),
        SentenceCase(1, "…And then he left."),
        SentenceCase(1, "He waited . . . and left."),
        SentenceCase(2, "He waited . . . Nobody came."),
        SentenceCase(2, "He waited....  Nobody came."),
        SentenceCase(2, "Who knows...? Not me."),
        SentenceCase(1, "He waited..., then left."),
        SentenceCase(1, "So it ends..."),
    ])
    func `Ellipses end a sentence before a capital`(example: SentenceCase) {
        #expect(Sentences.count(example.text) == example.count)
    }
}
