import EtudeCore
import Yams

/// Where a text of YAML stands in its file.
struct YAMLLines {
    let file: String
    /// The line on which the text begins.
    var first = 1

    /// The place of a mark, with a key.
    func place(_ mark: Yams.Mark?, key: String? = nil) -> Place {
        Place(file: file, line: mark.map { $0.line + first - 1 }, key: key)
    }
}
