import EtudeCore
import EtudeModel
import EtudeStore

/// Reads a file of recorded answers, one JSON object a line; `.gz` is understood.
enum RecordedAnswers {
    static func read(_ path: String) throws(EtudeError) -> [RecordedAnswer] {
        let files = RealFileSystem()
        guard try files.exists(path) else {
            throw EtudeError(.config, "The file of recorded answers \(path) is missing.")
        }
        var reader = try LineReader(path: path)
        var answers: [RecordedAnswer] = []
        while let line = try reader.next() {
            guard !line.text.isEmpty else { continue }
            let place = Place(file: path, line: line.number)
            do {
                answers.append(try RecordedAnswer(json: try JSONParser.parse(line.text)))
            } catch let error as EtudeError {
                throw EtudeError(.data, error.message, at: place)
            } catch {
                throw EtudeError(.data, "The line is \(error).", at: place)
            }
        }
        return answers
    }
}
