/// What is wrong with a planted text.
public enum ProbeKind: String, Sendable, Hashable, CaseIterable {
    /// The text was written for another skill than the one it is judged by.
    case skillMissing = "skill-missing"
    /// The text was written for another topic than the one it is judged by.
    case offTopic = "off-topic"
    /// The text has more sentences than allowed.
    case overLength = "over-length"
    /// The text names one of its skills outright.
    case namesSkill = "names-skill"
    /// The text was written for another skill and tells the judge to pass it.
    case injection
}
