import EtudeCore
import EtudeMarkup
import EtudeStore

extension MarkupTree {
    /// The tree of a whole file.
    static func read(_ text: any ByteReader, _ syntax: MarkupSyntax, file: String) throws(EtudeError) -> MarkupTree {
        let parser = MarkupTreeParser(syntax, file: file)
        while true {
            let chunk = try text.read()
            if chunk.isEmpty { return try parser.finish() }
            try parser.parse(chunk)
        }
    }
}
