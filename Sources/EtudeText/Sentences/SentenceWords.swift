/// The words that matter to sentences, in small letters and without their last dot.
enum SentenceWords {
    /// Titles and connectives whose dot ends no sentence.
    static let inner = set(
        """
        dr mr mrs ms mx prof messrs mme mlle e.g i.e eg ie cf vs v viz p.s a.k.a w.r.t c.f n.b ca approx incl resp esp
        bzw vgl evtl ggf inkl z.b d.h av env sra srta dra ул проф акад напр
        """
    )
    /// Titles that are abbreviations only with a capital.
    static let capitalized = set(
        """
        gen sen rep gov capt cpt lt col sgt cpl maj adm cmdr rev hon pres fr mt supt insp ste
        hr hrn fa pr mio mrd ud uds vd vds
        """
    )
    /// Short forms that are abbreviations only before a number.
    static let beforeNumber = set(
        """
        no nos nr fig figs eq eqs sec sect ch chap vol vols p pp pg art para ver c b d r jan feb mar apr jun jul aug sep
        sept oct nov dec op ed rd abb pág págs núm рис стр д ок
        """
    )
    /// Short forms, units among them, that are abbreviations before a number or a small letter.
    static let beforeSmall = set(
        """
        oz lb lbs ft yd yds tsp tbsp hr hrs min mins max misc tel ext temp avg dept est assn bros govt natl intl univ inst
        fig figs vol vols ed eds trans ibid pt pts qt gal wk wks yr yrs sq kg km cm mm tue tues thu
        thurs см руб тыс млн млрд ч
        """
    )
    /// Short forms that end a sentence only before a word that often begins one.
    static let beforeStarter = set(
        """
        jr sr esq inc ltd co corp st ave rd blvd ph.d d.phil bros al ariz calif colo conn fla kan mich minn nev okla tenn
        tex wyo
        """
    )
    /// Short forms that end a sentence before a capital.
    static let beforeCapital = set("etc a.m p.m usw chr")
    /// Abbreviations written with a blank whose last dot ends a sentence before a capital.
    static let pairs: Set<String> = ["a. c", "d. c", "ee. uu", "т. д", "т. п", "н. э"]
    /// Abbreviations written with a blank that end no sentence.
    static let innerPairs: Set<String> = [
        "z. b", "d. h", "u. a", "o. ä", "u. ä", "z. t", "la. c", "i. d", "d. r", "p. ex", "p. ej", "т. е", "т. к",
    ]
    /// German words before an ordinal number, which takes a dot.
    static let ordinal = set(
        """
        am im der die das dem den des zum zur vom beim ab bis seit jeder jede jedes ihr sein ihre seine ihrem seinem unser
        """
    )
    /// German words that often begin a sentence and follow no ordinal number.
    static let germanStarters = set(
        """
        der die das ein eine er sie es wir ihr ich dann danach doch aber und so da dort hier nun jetzt niemand alle viele
        """
    )
    /// Words that a speaker says before going on.
    static let hesitations = set(
        """
        well so um uh erm er hm hmm oh ah eh yes no ok okay hey now look listen but and or i he she it we they you the a an
        my maybe perhaps nun ja nein na tja äh aber bien bon ben euh mais pues bueno este no ну но а да нет
        """
    )
    /// Korean words that tie a quotation to what follows.
    static let quotatives = set("하고 라고 이라고 라며 이라며 하며 라는 하는 라면서 하면서")
    /// Names of days and months, which may follow a time of day.
    static let calendar = set(
        """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december est edt pst pdt cst cdt gmt utc et pt
        """
    )
    /// Words that often begin a sentence and are no part of a name.
    static let starters = set(
        """
        the a an this that these those it he she they we you i there here his her their my our your its but and so then
        when while if as in on at after before however what which who why how where for from not no yes some many most one
        meanwhile instead also now with without because although though once every each all let perhaps maybe yet still
        finally later only even just by to do did does is are was were can could will would should since until nothing
        everyone someone nobody both neither suddenly soon today tomorrow yesterday
        ich er sie wir dann il elle ils elles nous vous ella ellos luego pero он она оно они мы вы но это
        """
    )
    /// Nouns that a single capital letter can follow.
    static let lettered = set(
        "plan vitamin hepatitis type group grade option point class part step figure letter section appendix column row"
    )
    /// Verbs with which a speaker is named after a quotation.
    static let speech = set(
        """
        said says say asked asks ask cried cries shouted shouts yelled yells screamed whispered whispers muttered mutters
        murmured replied replies answered answers exclaimed exclaims called calls laughed laughs sighed sighs snapped
        demanded demands wondered wonders added adds began continued insisted remarked joked teased chuckled grinned
        smiled groaned gasped growled barked roared sobbed pleaded begged thought thinks quipped mused declared announced
        inquired queried responded retorted dit demanda répondit cria murmura ajouta reprit
        """
    )
    /// Words after which a line break is no end.
    static let function = set(
        """
        the a an of to in on at by for with from and or but nor as that which who whose his her their its my our your is
        are was were be been than into onto upon over under between about through if when while because not very
        """
    )

    private static func set(_ words: String) -> Set<String> {
        Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
