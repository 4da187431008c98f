import EtudePublish

/// A way in which candidates are lost on their way to rows.
struct Loss: Hashable {
    /// Where on the way they are lost, in the order of the way.
    enum Stage: Int, Hashable, CaseIterable {
        /// The teacher gave no usable text.
        case answer
        /// Code refused the text.
        case code
        /// The judges did.
        case judges
        /// The text touches what its split may not hold.
        case division
        /// A text like it is kept already.
        case duplicate
        /// Nobody needs it any more.
        case surplus
    }

    let stage: Stage
    /// What files call it; of failures with the class of failure.
    let code: String
    /// The same in words.
    let words: String

    /// A rejection by the code of its reason.
    init(reason: String) {
        code = reason
        guard let (stage, words) = Self.reasons[reason] else {
            (stage, self.words) = (.code, reason.replacing("_", with: " "))
            return
        }
        (self.stage, self.words) = (stage, words)
    }

    /// A failure for good, by its class.
    init(failure: String) {
        (stage, code, words) = (.answer, "failed: \(failure)", "no answer for good (\(failure))")
    }

    private init(_ stage: Stage, _ code: String, _ words: String) {
        (self.stage, self.code, self.words) = (stage, code, words)
    }

    /// Near to a text that is kept.
    static let near = Loss(.duplicate, "near_duplicate", "the same as a kept text, or near to one")
    /// Answered beyond the position at which the cell closed.
    static let surplus = Loss(.surplus, "surplus", "answered when the cell had its rows")

    /// What some books lose, with how often, in the order of the way and then by code.
    static func all(in books: [CellBooks]) -> [(loss: Loss, count: Int)] {
        var counts: [Loss: Int] = [:]
        for book in books {
            for (reason, count) in book.rejected { counts[Loss(reason: reason), default: 0] += count }
            for (failure, count) in book.failed { counts[Loss(failure: failure), default: 0] += count }
            counts[near, default: 0] += book.nearDuplicates
            counts[surplus, default: 0] += book.surplus
        }
        return counts.filter { $0.value > 0 }.map { (loss: $0.key, count: $0.value) }.sorted {
            ($0.loss.stage.rawValue, $0.loss.code) < ($1.loss.stage.rawValue, $1.loss.code)
        }
    }

    private static let reasons: [String: (Stage, String)] = [
        "unreadable": (.answer, "no text could be told apart in the answer"), "empty": (.answer, "empty"),
        "truncated": (.answer, "cut by the token limit"),
        "cut_in_reasoning": (.answer, "cut by the token limit before the reasoning ended"),
        "reasoning_only": (.answer, "reasoning without a text"), "refused": (.answer, "refused by the teacher"),
        "filtered": (.answer, "refused by a filter of the provider"),
        "failed": (.answer, "no answer for good"),
        "sentence_limit": (.code, "more sentences than allowed"),
        "names_skill": (.code, "names one of its own skills"),
        "copies_catalog": (.code, "copied from the catalog"),
        "repeats_prompt": (.code, "repeats its request"),
        "template_slot": (.code, "a place of a template was left unfilled"),
        "control_token": (.code, "holds a token that steers chat templates"),
        "forged_verdict": (.code, "brings its own verdict"), "addresses_judge": (.code, "speaks to its judge"),
        "topic_absent": (.code, "holds no word of its topic"),
        "marks": (.judges, "the judges' marks do not suffice"),
        "unknown_marks": (.judges, "a mark could not be read"),
        "names_other_side": (.division, "names a skill or topic of the other side"),
        "contaminated": (.division, "holds an item of a benchmark"),
        "exposed": (.division, "shows a held-out skill that nobody asked for"),
        "exact_duplicate": (.duplicate, "the same as a kept text"),
        "near_duplicate": (.duplicate, "near to a kept text"),
        "near_meaning": (.duplicate, "means much the same as a kept text"),
    ]
}
