public import EtudeCore
public import EtudeJudge
import EtudeStore

/// Reads texts with their gradings from JSON Lines: this project's own records, and those of SKILL-MIX runs.
public enum EvaluationRecords: Sendable {
    /// The texts of some files.
    ///
    /// - Parameter files: the files, gzipped where their names end with `.gz`; `-` is standard input.
    /// - Returns: the texts in the order of the lines.
    /// - Throws: ``EtudeError`` with code `data` for a line that is neither kind of record, or a text that stands twice; `io`
    ///   where a file cannot be read.
    public static func read(_ files: [String]) throws(EtudeError) -> [GradedText] {
        var texts: [GradedText] = []
        var runs = SkillMixRuns()
        var places: [Position: Place] = [:]
        for file in files {
            let name = file == "-" ? "standard input" : file
            var lines = file == "-" ? LineReader(try StandardInput(), path: name) : try LineReader(path: file)
            while let line = try lines.next() {
                guard line.text.contains(where: { !$0.isWhitespace }) else { continue }
                let place = Place(file: name, line: line.number)
                let text = try text(in: line.text, at: place, &runs)
                if let first = places.updateValue(place, forKey: Position(text)) {
                    throw EtudeError(
                        .data,
                        """
                        The record is of the same student, setting, combination and generation as the one at \(first); \
                        leave one of them out.
                        """,
                        at: place
                    )
                }
                texts.append(text)
            }
        }
        return texts
    }

    /// The skills that a file lists, one a line; blank lines and those that begin with `#` are none.
    ///
    /// - Parameter file: the file.
    /// - Returns: the skills as they are written.
    /// - Throws: ``EtudeError`` with code `io` where it cannot be read.
    public static func filteredSkills(_ file: String) throws(EtudeError) -> [String] {
        var lines = try LineReader(path: file)
        var skills: [String] = []
        while let line = try lines.next() {
            let words = line.text.split(whereSeparator: \.isWhitespace)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            skills.append(words.joined(separator: " "))
        }
        return skills
    }

    /// What no two records share.
    private struct Position: Hashable {
        let student: String
        let setting: String
        let k: Int
        let question: CellScore.Question
        let generation: Int

        init(_ text: GradedText) {
            (student, setting, k) = (text.student, text.setting, text.k)
            (question, generation) = (CellScore.Question(text), text.generation)
        }
    }

    private static func text(
        in line: String,
        at place: Place,
        _ runs: inout SkillMixRuns
    ) throws(EtudeError) -> GradedText {
        do {
            let json = try JSONParser.parse(line)
            return json["messages"] == nil ? try GradedText(json: json) : try runs.text(of: json)
        } catch let error as JSONError {
            throw EtudeError(.data, "The line is no JSON: \(error).", at: place)
        } catch let error as EtudeError {
            throw EtudeError(.data, error.message, at: place)
        } catch {
            throw EtudeError(.data, "\(error)", at: place)
        }
    }
}
