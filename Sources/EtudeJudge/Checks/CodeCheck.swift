/// Something that code decides about a text, so that no judge is asked or trusted with it.
///
/// A check looks for a fault that can be pointed at. It is narrow: a text that may be meant as it stands passes, and a judge
/// decides.
public protocol CodeCheck: Sendable {
    /// A short name in kebab-case, unique among the checks.
    var id: String { get }
    /// What a finding comes to.
    var severity: CodeSeverity { get }
    /// What is wrong with a text; nil where nothing is.
    func finding(in text: CheckedText) -> CodeFinding?
}

/// What a finding of code comes to.
public enum CodeSeverity: Sendable, Hashable {
    /// The text is no row, whatever judges would say.
    case refuses
    /// The finding is told, and the judges decide.
    case warns
}
