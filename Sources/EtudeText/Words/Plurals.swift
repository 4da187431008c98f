/// Makes folded English words singular, by rules and a short list of exceptions.
///
/// Both sides of a comparison pass through it, so what counts is that singular and plural meet, not that the result is a
/// word; a word may lose an s that is no plural's, as long as no common word of another meaning comes of it.
public enum Plurals: Sendable {
    /// The singular of a folded word; a word that is no plural, or is not written in a–z, comes back as it is.
    public static func singular(_ word: String) -> String {
        if let irregular = irregular[word] { return irregular }
        guard word.utf8.count >= 4, word.utf8.last == 0x73, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
            let rule = rules.first(where: { word.hasSuffix($0.suffix) })
        else { return word }
        return word.dropLast(rule.suffix.utf8.count) + rule.replacement
    }

    /// All words whose singular is a word.
    static func words(withSingular singular: String) -> [String] {
        var words: Set<String> = [singular]
        for (word, other) in irregular where other == singular { words.insert(word) }
        for rule in rules where singular.hasSuffix(rule.replacement) {
            words.insert(singular.dropLast(rule.replacement.utf8.count) + rule.suffix)
        }
        return words.filter { self.singular($0) == singular }.sorted()
    }

    /// Endings with what takes their place; the first that fits decides.
    private static let rules: [(suffix: String, replacement: String)] = [
        ("ss", "ss"), ("us", "us"), ("is", "is"),
        ("sses", "ss"), ("zzes", "zz"), ("xes", "x"), ("shes", "sh"), ("aches", "ache"), ("ches", "ch"),
        ("yses", "ysis"), ("theses", "thesis"), ("phases", "phase"),
        ("auses", "ause"), ("ouses", "ouse"), ("uses", "us"),
        ("ies", "y"), ("oes", "o"), ("s", ""),
    ]

    /// Words that the rules would get wrong, those that are no plural among them.
    private static let irregular: [String: String] = {
        var words: [String: String] = [:]
        for line in exceptions.split(separator: "\n") {
            let pair = line.split(separator: " ").map(String.init)
            words[pair[0]] = pair[1]
        }
        for word in invariable.split(whereSeparator: \.isWhitespace).map(String.init) { words[word] = word }
        return words
    }()

    /// Plural and singular, a pair a line.
    private static let exceptions = """
        abuses abuse
        accuses accuse
        aliases alias
        anacolutha anacoluthon
        approaches approach
        atlases atlas
        axes axis
        beaches beach
        biases bias
        bleaches bleach
        brooches brooch
        caches cache
        calves calf
        canvases canvas
        children child
        cliches cliche
        coaches coach
        cookies cookie
        crises crisis
        criteria criterion
        dice die
        dies die
        ellipses ellipsis
        elves elf
        emphases emphasis
        excuses excuse
        feet foot
        fuses fuse
        gases gas
        geese goose
        halves half
        hooves hoof
        irises iris
        knives knife
        leaves leaf
        lenses lens
        lice louse
        lies lie
        lives life
        loaves loaf
        men man
        metamorphoses metamorphosis
        mice mouse
        movies movie
        muses muse
        niches niche
        oases oasis
        oxen ox
        oxymora oxymoron
        peaches peach
        phenomena phenomenon
        pies pie
        pouches pouch
        proboscises proboscis
        quizzes quiz
        reaches reach
        recluses recluse
        refuses refuse
        roaches roach
        ruses ruse
        scarves scarf
        schemata schema
        selfies selfie
        selves self
        shelves shelf
        shoes shoe
        speeches speech
        synopses synopsis
        teaches teach
        teeth tooth
        thieves thief
        ties tie
        toes toe
        uses use
        wives wife
        wolves wolf
        women woman
        yeses yes
        zombies zombie
        """

    /// Words in -s that are no plural, or whose singular is another word.
    private static let invariable = """
        always perhaps news lens bias alias atlas canvas gas series species means chaos cosmos ethos pathos logos kudos
        mathematics physics ethics politics economics
        """
}
