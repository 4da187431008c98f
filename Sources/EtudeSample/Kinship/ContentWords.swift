import EtudeText

/// The words of a text that say something by themselves.
enum ContentWords {
    /// The folded words, in the singular, less the function words of English.
    static func of(_ text: String) -> [String] {
        Folding.nameWords(text).filter { !function.contains($0) }
    }

    /// English articles, pronouns, prepositions, conjunctions, auxiliaries and the like, folded and in the singular.
    static let function = Set(
        """
        a about across after again against all almost along already also although always am among an and another any
        anybody anyone anything are aren't as at away be because become been before being between beyond both but by
        can cannot could did do does doesn't doing don't done down during each either else enough even ever every
        everybody everyone everything for from further had half has have having he her here him himself his how however
        i if in instead into is isn't it its itself least many may me might more most mostly much must my neither
        never next no nobody none nor not nothing now of off often on one only onto or other otherwise our out over
        per perhaps several shall she should since so some somebody someone something somewhere still such than that
        the their them themselves then there therefore these they thing this those though three through thus to
        together too under until up upon us very was way we well were what whatever when where whether which while who
        whoever whom whose why will with within without would yet you your
        """.split(whereSeparator: \.isWhitespace).flatMap { Folding.nameWords(String($0)) }
    )
}
