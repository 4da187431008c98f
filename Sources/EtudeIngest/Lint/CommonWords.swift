/// Very common English words, which name a skill or a topic badly: nearly every text would name it.
enum CommonWords {
    /// Whether a folded word in the singular is among them.
    static func contains(_ word: String) -> Bool { words.contains(word) }

    private static let words = Set(
        list.split(whereSeparator: \.isWhitespace).map { NameKey.of(String($0)) }
    )

    private static let list = """
        a able about above accept across act action actually add after again against age ago agree all almost alone
        along already also although always am among amount an and another answer any anyone anything appear are area
        around arrive as ask at away back bad base be beautiful because become bed been before began begin behind
        being believe below beside best better between big bit black blue body book both bottom boy break bring
        brought brown but buy by call came can car care carry case catch cause center certain chance change child
        children choose class clean clear close cold color come common company complete contain continue control cool
        corner cost could country course cover cross cry cut dark day dead deal deep did die difference different
        difficult do does done door down draw drive drop dry during each early easy eat eight either else end enjoy
        enough enter even evening event ever every everyone everything example experience explain eye face fact fall
        far fast fear feel feeling feet felt few figure fill final finally find fine finger finish first five fix fly
        follow foot for force form four free friend from front full fun future gave general get girl give glad go god
        going gone good got great green ground group grow guess had hair half hand happen happy hard has have he head
        hear heard heat heavy held hello help her here herself high him himself his hit hold hole home hope hot hour
        house how however huge human hundred hurry hurt i idea if important in include indeed inside instead interest
        into is it issue its itself job join jump just keep kept key kind knew know large last late later laugh lay
        lead learn least leave left less let level lie life light like line list listen little live local long look
        lose lost lot love low made make man many map mark matter may maybe me mean meet member mention middle might
        mile mind mine minute miss moment month more morning most move much must my myself name near nearly need never
        new news next nice night nine no none nor not note nothing notice now number of off offer office often oh oil
        old on once one only open or order other our out outside over own page parent part party pass past path pay
        people perhaps person pick picture piece place plan plant play please plenty point poor possible power present
        pretty price probably problem produce pull push put question quick quickly quiet quite raise ran rather reach
        read ready real really reason receive red remain remember rest result return rich ride right rise room round
        rule run safe said same sat save saw say school seat second see seem seen sell send sense sent serious set
        seven several shall shape share she ship short should shout show side sign simple simply since single sit six
        size slow slowly small smile so some someone something sometimes soon sorry sort sound space speak special
        spend spoke stand start state stay step still stood stop story straight strange strong study such suddenly
        sure surprise take talk tall tell ten than thank that the their them themselves then there these they thick
        thin thing think third this those though thought thousand three through throw thus till time tiny tired to
        today together told tomorrow too took top touch toward trouble true try turn twelve twenty two type under
        understand until up upon us use used usual usually very view voice wait walk want warm was watch water way we
        wear week well went were west wet what wheel when where whether which while white who whole whose why wide
        will win wish with within without woman women wonder word work world worry would write wrong year yellow yes
        yesterday yet you young your yourself
        """
}
