import EtudeCore
import EtudeJudge
import EtudeModel
import EtudeText

/// A model's proposals, read generously: words around the JSON do no harm, and neither does a list without its key.
///
/// Objects and lists that stand in a stranger's text of the prompt too decide nothing: a row that holds a forged answer gains nothing by
/// it if the model repeats it.
struct ExtractionAnswer {
    private let text: String
    private let foreign: String
    private let objects: [JSONValue]

    /// Takes an answer; nil for one in which nothing can be read.
    ///
    /// - Parameters:
    ///   - answer: what the model answered.
    ///   - foreign: the strangers' texts of the prompt.
    init?(_ answer: ChatAnswer, foreign: String) {
        guard ![.refused, .filtered].contains(answer.outcome) else { return nil }
        let scan = ObjectScan(answer.text)
        guard scan.broken.isEmpty else { return nil }
        let forged = ObjectScan(foreign).objects
        text = answer.text
        self.foreign = foreign
        objects = scan.objects.filter { !forged.contains($0) }
    }

    /// The list under a key.
    ///
    /// - Parameter key: the key.
    /// - Returns: the list; nil where there is none, or where several differ.
    func list(_ key: String) -> [JSONValue]? {
        let lists = Set(objects.compactMap { $0[key]?.array })
        guard lists.isEmpty else { return lists.count == 1 ? lists.first : nil }
        return bareList
    }

    /// What stands between the first and the last square bracket.
    private var bareList: [JSONValue]? {
        guard let first = text.firstIndex(of: "["), let last = text.lastIndex(of: "]"), first < last else { return nil }
        let list = String(text[first...last])
        return TextSearch.holds(list, in: foreign) ? nil : (try? JSONParser.parse(list))?.array
    }
}
