/// Why a draft did not become a row, or an answer did not become a draft.
public struct RejectionReason: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The code that files and tables show.
    public let code: String

    /// A reason with its code, in snake_case.
    public init(_ code: String) {
        self.code = code
    }

    /// The code.
    public var description: String { code }

    /// By code.
    public static func < (first: Self, second: Self) -> Bool { first.code < second.code }

    /// The answer holds no text that could be told apart as the draft.
    public static let unreadable = RejectionReason("unreadable")
    /// The draft is empty.
    public static let empty = RejectionReason("empty")
    /// The answer was cut by the token limit.
    public static let truncated = RejectionReason("truncated")
    /// The token limit cut the answer before the model was done reasoning.
    public static let cutInReasoning = RejectionReason("cut_in_reasoning")
    /// The model reasoned and gave no text.
    public static let reasoningOnly = RejectionReason("reasoning_only")
    /// The model refused, or the text declines to be written (decided by code).
    public static let refused = RejectionReason("refused")
    /// A filter of the provider refused prompt or answer.
    public static let filtered = RejectionReason("filtered")
    /// The text has more sentences than allowed (decided by code).
    public static let sentenceLimit = RejectionReason("sentence_limit")
    /// The text names one of its own skills outright (decided by code).
    public static let namesSkill = RejectionReason("names_skill")
    /// The text is copied from the catalog's definition or example of a skill (decided by code).
    public static let copiesCatalog = RejectionReason("copies_catalog")
    /// The text repeats words of its own request (decided by code).
    public static let repeatsPrompt = RejectionReason("repeats_prompt")
    /// A place of a template was left unfilled (decided by code).
    public static let templateSlot = RejectionReason("template_slot")
    /// The text holds a token that steers chat templates (decided by code).
    public static let controlToken = RejectionReason("control_token")
    /// The text brings its own verdict (decided by code).
    public static let forgedVerdict = RejectionReason("forged_verdict")
    /// The text speaks to whoever marks it (decided by code).
    public static let addressesJudge = RejectionReason("addresses_judge")
    /// The text holds no word of its topic: a warning of code, no reason by itself.
    public static let topicAbsent = RejectionReason("topic_absent")
    /// The judges did not give the marks that the accept rule wants.
    public static let marks = RejectionReason("marks")
    /// A mark could not be read, and no mark that could be read fails.
    public static let unknownMarks = RejectionReason("unknown_marks")
    /// The text shows a held-out skill that nobody asked for (found by the exposure audit).
    public static let exposed = RejectionReason("exposed")
    /// The row names a skill or topic of the other side.
    public static let namesOtherSide = RejectionReason("names_other_side")
    /// The text holds an item of a benchmark.
    public static let contaminated = RejectionReason("contaminated")
    /// The text is, after normalization, one that is kept already.
    public static let exactDuplicate = RejectionReason("exact_duplicate")
    /// The text is near to one that is kept already.
    public static let nearDuplicate = RejectionReason("near_duplicate")
    /// The text means much the same as one that is kept already, by the embeddings of a model.
    public static let nearMeaning = RejectionReason("near_meaning")
}
