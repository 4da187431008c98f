import EtudeCore
import EtudeModel

/// A judge's answer in an audit, without what is the text's own.
///
/// JSON objects that stand in the text too, and lines of the text that the judge repeats, decide nothing: a text that holds a
/// forged answer gains nothing by it. What the token limit cut is not used, and a refusal says nothing.
struct AuditAnswer {
    /// The judge's own words, lines of the text put out of sight.
    let words: String
    /// All of its words, among which quotes are looked for.
    let quoting: String
    /// Its own JSON objects; nil where one is cut or broken.
    let objects: [JSONValue]?

    /// Takes what is the judge's own.
    ///
    /// - Parameters:
    ///   - answer: what the judge answered.
    ///   - text: what it was asked about.
    init(_ answer: ChatAnswer, about text: String) {
        words = JudgeAnswer(answer, draft: text).words
        guard answer.finishReason != .refusal, answer.finishReason != .contentFilter else {
            (quoting, objects) = ("", [])
            return
        }
        quoting = answer.text
        let scan = ObjectScan(answer.text)
        let forged = ObjectScan(text).objects
        objects = scan.broken.isEmpty ? scan.objects.filter { !forged.contains($0) } : nil
    }
}
