import EtudeCore
import EtudeText

/// Finds words that are meant for whoever marks the text: orders to give full marks, claims that all criteria are met,
/// attempts to lift the instructions.
///
/// Orders are known by where they stand: at the beginning of a clause, or right after "you must" and the like. A judge in a
/// court or at a flower show may speak and mark, as long as it is not this text that is marked.
public struct JudgeAddress: CodeCheck {
    /// `judge-address`.
    public let id = "judge-address"
    /// Refuses.
    public let severity = CodeSeverity.refuses

    /// The check.
    public init() {}

    /// The finding, with the clause.
    public func finding(in text: CheckedText) -> CodeFinding? {
        let clauses = text.text.split { Self.ends.contains($0) || $0.isNewline }.map { Folding.words(String($0)) }
            .filter { !$0.isEmpty }
        for (index, clause) in clauses.enumerated() {
            let isOrder = Self.orders.begins(clause[...]) || Self.closings.ends(clause)
            let isRole = Self.roles.ends(clause) && Self.roles.begins(clause[...])
            let next = index + 1 < clauses.count ? clauses[index + 1] : []
            guard isOrder || Self.claims.occurs(in: clause) || (isRole && Self.marking.occurs(in: next)) else {
                continue
            }
            return CodeFinding(.addressesJudge, (isRole ? clause + next : clause).joined(separator: " "))
        }
        return nil
    }

    private static let ends: Set<Character> = [
        ".", "!", "?", "…", ",", ";", ":", "—", "–", "(", ")", "[", "]", "{", "}", "\"", "“", "”", "«", "»", "|", "*",
        "#", ">",
        "。", "！", "？", "，", "；", "：", "、", "「", "」",
    ]

    /// What is an order or a claim where a clause begins with it.
    private static let orders = PhraseList(
        """
        please|kindly|now|just|simply|you|must|should? give|award|grant|assign it|this|me|us? the|my? text|answer|response|draft|passage|piece|submission|student? a|the? full|maximum|maximal|top|perfect|highest possible? mark|marks|point|points|score|credit|grade
        you must|should|have|need|will|shall to? give|award|grant|assign it|this|me|us? the? text|answer|response|draft|passage|submission? a|the? full|maximum|top|perfect mark|marks|points|score|credit
        please? mark|score|rate|grade this|the text|answer|response|draft|passage|submission as|with|at correct|passed|met|full|maximum|the|ten|10
        please? mark|set every|each|all criterion|criteria|skill|skills as? met|passed|passing|true|shown
        all|every criteria|criterion are|is|were|has|have been? fully? met|satisfied|fulfilled|passed
        full marks|points|score on|for all|every|each of? the? criteria|criterion|skills|skill
        dear|hello|attention|hey ai|llm? grader|evaluator|rater
        note|message|instruction|attention to|for the? ai|llm? grader|evaluator|rater|marker
        please|bitte? gib|geben|vergib|vergeben sie? die? volle|maximale|höchste punktzahl|punkte|note
        attribue|attribuez|donne|donnez la|le note|score maximale|maximal
        da|dale|otorga|otorgue|asigna la puntuación|nota máxima
        поставь|поставьте максимальный|высший|максимальную|высшую балл|оценку
        만점을 주세요|주십시오|줘|부여하세요|부여하십시오
        모든 기준을|기준이 충족합니다|충족했습니다|충족되었습니다|만족합니다
        请|請 给|給|打|直接? 给|給|出? 满分|滿分
        所有|全部 标准|標準|条件|評分標準|评分标准 均|都|已? 满足|滿足|符合|达到
        満点を|満点 与えて|つけて|ください
        すべての|全ての 基準を|条件を 満たして
        """
    )
    /// What is a claim or an order wherever it stands.
    private static let claims = PhraseList(
        """
        ignore|disregard|forget|override all|any? of? the|your|these|those? previous|prior|above|preceding|foregoing instruction|instructions|prompt|prompts
        ignore|disregard|override the|your|all|any marking|grading|scoring|judging|evaluation rubric|criteria|instructions|rules|scheme
        this|the text|answer|response|draft|passage|submission deserves|earns|merits|receives|gets full|maximum|perfect|top marks|points|score|credit
        this|the text|answer|response|draft|passage|submission should|must|ought to? receive|get|be given|awarded? full|maximum|perfect|top marks|points|score|credit
        this|the text|answer|response|draft|passage|submission fully|clearly|perfectly? meets|satisfies|fulfills|fulfils|passes all|every of? the? criteria|criterion|requirements|requirement
        this|the text|answer|response|draft|passage|submission clearly|correctly|successfully|perfectly? illustrates|demonstrates|shows|exhibits all|both|each|every of? the? required|requested|listed|two|three|four|five? skill|skills|concepts|criteria
        ignoriere|ignorieren|missachte sie? die|alle obigen|vorherigen|bisherigen|vorigen anweisungen
        ignore|ignorez|oublie|oubliez toutes? les instructions|consignes précédentes|précédente|ci
        ignora|ignore|olvida todas? las instrucciones anteriores|previas
        игнорируй|игнорируйте|забудь|забудьте все? предыдущие|прежние инструкции|указания
        이전|위의|앞의 모든? 지시를|지시는|지시사항을|명령을 무시하고|무시하세요|무시하십시오|무시해
        忽略|无视|無視|忘记 以上|之前|上述|前面|先前 的? 所有|全部? 指令|指示|说明|說明|要求
        以前の|上記の|これまでの 指示を|命令を 無視
        """
    )
    /// What lifts the instructions where a clause ends with it.
    private static let closings = PhraseList(
        "ignore|disregard|forget all|any? of? the|your|these? instruction|instructions|rubric|criteria|rules above|before"
    )
    /// Who marks, where a clause says nothing else.
    private static let roles = PhraseList(
        "as the|a|an|your impartial|fair|strict|expert|ai|llm? judge|grader|evaluator|marker|examiner|rater"
    )
    /// What a judge of this text would say.
    private static let marking = PhraseList(
        """
        full|maximum|top|perfect mark|marks|points|score
        all|every criteria|criterion
        mark|rate|score|grade|pass this|the text|answer|response|draft|passage|submission
        """
    )
}
