/// A rule that every published row obeys, with the sentence that a certificate gives for it.
public enum RowRule: String, Sendable, Hashable, CaseIterable {
    /// Keys, types and formats.
    case schema
    /// The parts of a row agree with one another and with the catalog.
    case rowAgreement = "row-agreement"
    /// Ids are unique.
    case uniqueID = "unique-id"
    /// Ids follow from what their rows say.
    case rowID = "row-id"
    /// Skills are on their split's side.
    case splitSkills = "split-skills"
    /// Topics are on their split's side.
    case splitTopics = "split-topics"
    /// Closed tuples stay out of open rows.
    case closedCombination = "closed-combination"
    /// Combinations never repeat.
    case repeatedCombination = "repeated-combination"
    /// Requests without text stay without.
    case reservedRequest = "reserved-request"
    /// Nothing of the other side is named.
    case namesOtherSide = "names-other-side"
    /// No near duplicates between held-out and training texts.
    case nearDuplicateAcrossSides = "near-duplicate-across-sides"
    /// No near duplicates elsewhere.
    case nearDuplicate = "near-duplicate"
    /// Rows stand in plan order.
    case order
    /// Texts keep the sentence limit.
    case sentenceLimit = "sentence-limit"

    /// What a rule's checks count.
    public enum Unit: String, Sendable, Hashable {
        /// Rows of any split.
        case rows
        /// Rows with a text.
        case texts
        /// Messages, texts and explanations, each once a row.
        case strings
    }

    /// What the rule's checks count.
    public var unit: Unit {
        switch self {
        case .namesOtherSide: .strings
        case .reservedRequest, .nearDuplicateAcrossSides, .nearDuplicate, .sentenceLimit: .texts
        default: .rows
        }
    }

    /// What holds when nothing breaks the rule.
    public var statement: String {
        switch self {
        case .schema: "Every row has the keys of the schema, each with a value of its type and format."
        case .rowAgreement:
            "In every row the prompt and the completion make up the messages, the last turn holds the text, and k, names, "
                + "categories and marks belong to the row's skills."
        case .uniqueID: "No two rows share an id."
        case .rowID:
            "Every row's id is the hash of the dataset's name and the row's split, k, skills, topic and number of the attempt."
        case .splitSkills: "Every skill of a row lies on the side of the division that its split names."
        case .splitTopics: "Every topic of a row lies on the side of the division that its split names."
        case .closedCombination:
            "No row of an open split of train skills holds a closed tuple, and every row of a split of held-out combinations "
                + "holds one."
        case .repeatedCombination: "No combination of skills and topic stands twice, whatever the order of the skills."
        case .reservedRequest: "No combination of a split of requests only stands in a row with a text."
        case .namesOtherSide:
            "No message, text or explanation contains a name, alias or inflection of a skill or topic of the side that the "
                + "row's split leaves out, compared word by word without case, accents and plurals; a name inside a longer "
                + "allowed name does not count."
        case .nearDuplicateAcrossSides:
            "The search for near duplicates, with the release's settings, finds no text of a training split near to one of a "
                + "held-out split."
        case .nearDuplicate:
            "The search for near duplicates, with the release's settings, finds no two other texts near to one another."
        case .order:
            "In every shard all rows have one k; in every split k ascends, and the rows of one k stand in ascending plan order, "
                + "release after release."
        case .sentenceLimit: "No text has more sentences than its k allows, by the sentence rules of this program."
        }
    }
}
