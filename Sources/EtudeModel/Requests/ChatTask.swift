public import EtudeCore

/// What a request is for, in terms of the project.
///
/// Only built-in models read it: it never goes over the wire and is no part of a request's key.
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
}
