public import EtudeCore

/// What a request is for, in terms of the project.
///
/// Built-in models read it, and whether it is ``embed`` decides what a server is asked for and is part of a request's key; the
/// rest of it never goes over the wire and is no part of the key.
public enum ChatTask: Sendable, Hashable {
    /// Write a text that shows the skills of an assignment.
    case write(Assignment)
    /// Say anything, to show that somebody is there.
    case check
    /// Mark a text against an assignment.
    case mark(Assignment, text: String)
    /// Say which of some skills a text shows.
    case list(text: String, skills: [Skill])
    /// Say whether a text shows a skill, with the words that show it.
    case confirm(text: String, skill: Skill)
    /// Propose entries of a catalog.
    case propose
    /// Say what the text of the turns means, as an ``Embedding``.
    case embed
}
