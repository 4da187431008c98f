import EtudeCore
import Foundation

/// Reads the user's template folders.
enum TemplateFolder {
    /// The folders directly in a folder, by name.
    ///
    /// - Parameters:
    ///   - folder: the folder.
    ///   - name: the folder as the user wrote it.
    /// - Returns: their names, hidden ones left out.
    /// - Throws: ``EtudeError`` with code `config` where the folder is none.
    static func folders(in folder: String, named name: String) throws(EtudeError) -> [String] {
        guard isFolder(folder) else {
            throw EtudeError(
                .config,
                isFile(folder)
                    ? "This is a file; name the folder of the templates." : "There is no such folder of templates.",
                at: Place(file: name)
            )
        }
        return try entries(of: folder, named: name).filter { isFolder("\(folder)/\($0)") }
    }

    /// The files below a folder, by path relative to it.
    ///
    /// - Parameters:
    ///   - folder: the folder.
    ///   - name: the folder as the user wrote it.
    /// - Returns: the paths, hidden ones left out.
    /// - Throws: ``EtudeError`` with code `io` for a folder that cannot be read.
    static func files(in folder: String, named name: String) throws(EtudeError) -> [String] {
        var files: [String] = []
        for entry in try entries(of: folder, named: name) {
            let path = "\(folder)/\(entry)"
            guard isFolder(path) else {
                files.append(entry)
                continue
            }
            files += try self.files(in: path, named: "\(name)/\(entry)").map { "\(entry)/\($0)" }
        }
        return files
    }

    /// The text of a file.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - name: the file as the user wrote it.
    /// - Returns: the text.
    /// - Throws: ``EtudeError``: `config` for a file that there is not, `io` for one that cannot be read, `data` for one that is
    ///   not UTF-8.
    static func text(of path: String, named name: String) throws(EtudeError) -> String {
        let place = Place(file: name)
        guard isFile(path) else { throw EtudeError(.config, "There is no such template file.", at: place) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw EtudeError(.io, "The template cannot be read; check its permissions.", at: place)
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw EtudeError(.data, "The template is not UTF-8; save it as UTF-8.", at: place)
        }
        return text
    }

    private static func entries(of folder: String, named name: String) throws(EtudeError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
        } catch {
            throw EtudeError(.io, "The folder cannot be read; check its permissions.", at: Place(file: name))
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        // Asking for all attributes would look up the owner's name, for which a socket may be opened.
        var isDirectory: ObjCBool = false
        return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }

    private static func isFile(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path) && !isFolder(path)
    }
}
