import EtudeCore
import EtudeText

/// Finds an answer in which the model, instead of writing, declines to.
///
/// The first sentence must say so in the writer's own voice: it begins with an apology or with not being able, says that the
/// writer cannot or will not, and what it declines is the request itself. A story in which somebody apologizes passes, and so
/// does whatever stands in quotation marks.
public struct RefusedText: CodeCheck {
    /// `refused`.
    public let id = "refused"
    /// Refuses.
    public let severity = CodeSeverity.refuses

    /// The check.
    public init() {}

    /// The finding, with the sentence that declines.
    public func finding(in text: CheckedText) -> CodeFinding? {
        guard let sentence = Sentences.split(text.text).first, let first = sentence.first,
            !Self.quotes.contains(first)
        else { return nil }
        let words = Folding.words(String(sentence))
        let begins = [Self.apologies, Self.inabilities, Self.selves].contains { $0.begins(words[...]) }
        guard begins, Self.inabilities.occurs(in: words),
            Self.requests.occurs(in: words) || Self.selves.occurs(in: words) || Self.pronouns.ends(words)
        else { return nil }
        return CodeFinding(.refused, String(sentence))
    }

    private static let quotes: Set<Character> = ["\"", "'", "“", "‘", "„", "‚", "«", "»", "‹", "「", "『", "—", "–", "-"]

    private static let apologies = PhraseList(
        """
        im so|very|truly? sorry
        i am so|very|truly? sorry
        sorry
        i apologize|apologise
        my? apologies
        unfortunately|regrettably
        im afraid
        i am afraid
        es? tut mir leid
        leider|entschuldigung
        je suis? désolé|désolée
        malheureusement
        lo siento|lamento
        извините|простите|сожалению
        к сожалению
        죄송합니다|죄송하지만|죄송합니다만|미안하지만|미안합니다
        很|非常|十分? 抱歉
        对不起|對不起|不好意思
        申し訳ありません|申し訳ございません|すみません|ごめんなさい|恐れ入ります
        """
    )
    private static let inabilities = PhraseList(
        """
        i|we cant|cannot|wont
        i|we can|will not
        im|were unable
        im|were not able|allowed|permitted
        i|we am|are unable
        i|we am|are not able|allowed|permitted
        i|we must|have to? decline
        ich|wir kann|können|darf
        kann|darf|können ich|wir
        je ne peux|puis pas?
        je ne suis pas en mesure
        no puedo|podemos
        не|я не? могу
        수 없습니다|없어요
        어렵습니다
        我|我们|我們 无法|無法|不能
        できません|かねます
        """
    )
    private static let selves = PhraseList(
        """
        as an ai language? model|assistant|system?
        as a large? language model
        als ki|sprachmodell|sprachassistent
        en tant que modèle de langage
        como modelo de lenguaje
        как языковая модель
        ai|인공지능 언어? 모델로서|모델이므로
        作为|作為 一个|一個? ai|人工智能|人工智慧|语言模型|語言模型
        ai|言語モデル として
        """
    )
    private static let requests = PhraseList(
        """
        fulfill|fulfil|complete|process|accommodate|satisfy|honor|honour|address|answer this|that|your|the|such a? request|prompt|task
        comply|assist|help|continue|proceed|engage you? with this|that|your|the|these|such a? request|requests|prompt|task
        write|create|generate|produce|provide|compose|craft this|that|such|your|the requested? kind|type|sort? of? content|text|passage|piece|response|material
        write|create|generate|produce|provide|compose|craft a|any? content|text|passage|piece|response|material that|about|involving
        against|violates|violate my|our|the content? guidelines|policy|policies|programming
        to this|that|your request
        diese|dieser|ihre|ihrer|deine|deiner|der anfrage|aufgabe nicht
        cette|votre|ta demande|requête
        esta|esa|su|tu solicitud|petición
        этот|ваш|твой|эту|вашу|твою запрос|просьбу
        요청을|요청은|요청에|요청하신|요청대로
        您|你|这|這|该|該|此 的|个|個|项|項? 请求|請求|要求
        ご要望|ご依頼|リクエスト|ご要求|その要求
        """
    )
    /// What may stand for the request, where the sentence ends with it.
    private static let pronouns = PhraseList(
        """
        help|assist you? with this|that
        dabei nicht helfen|behilflich
        aider à|avec cela|ça
        ayudarte|ayudarle|ayudar con eso|esto
        помочь с этим|в этом
        """
    )
}
