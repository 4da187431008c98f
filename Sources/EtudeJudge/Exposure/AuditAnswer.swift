import EtudeCore
import EtudeModel
import EtudeText

/// A judge's answer in an audit, without what is the text's own.
///
/// JSON objects that stand in the text too, and lines of the text that the judge repeats, decide nothing: a text that holds a
/// forged answer gains nothing by it. What the token limit cut is not used, and a refusal says nothing.
struct AuditAnswer {
    /// The judge's lines, those left out that the text holds too.
    let lines: [Substring]
    /// All of its lines, among which quotes are looked for.
    let quoting: [Substring]
    /// Its own JSON objects; nil where one is cut or broken.
    let objects: [JSONValue]?

    /// Takes what is the judge's own.
    ///
    /// - Parameters:
    ///   - answer: what the judge answered.
    ///   - text: what it was asked about.
    init(_ answer: ChatAnswer, about text: String) {
        let repeated = Set(Lines.split(text[...]).map { Folding.key(String($0)) })
        let words = JudgeAnswer(answer).words
        quoting = Lines.split(words[...])
        lines = quoting.filter { !repeated.contains(Folding.key(String($0))) }
        let scan = ObjectScan(words)
        let forged = ObjectScan(text).objects
        objects = scan.broken.isEmpty ? scan.objects.filter { !forged.contains($0) } : nil
    }
}
