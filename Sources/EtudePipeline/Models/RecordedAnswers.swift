import EtudeCore
import EtudeModel
import EtudeStore

/// Reads a file of answers, lines of a recording or of an exported journal; `.gz` is understood.
enum RecordedAnswers {
    static func read(_ path: String) throws(EtudeError) -> [ReplayAnswer] {
        let files = RealFileSystem()
        guard try files.exists(path) else {
            throw EtudeError(.config, "The file of recorded answers \(path) is missing.")
        }
        var reader = try LineReader(path: path)
        var answers: [ReplayAnswer] = []
        while let line = try reader.next() {
            guard !line.text.isEmpty else { continue }
            let place = Place(file: path, line: line.number)
            do {
                if let answer = try ReplayAnswer(json: try JSONParser.parse(line.text)) { answers.append(answer) }
            } catch let error as EtudeError {
                throw EtudeError(.data, error.message, at: place)
            } catch {
                throw EtudeError(.data, "The line is \(error).", at: place)
            }
        }
        return answers
    }
}
