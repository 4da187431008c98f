import EtudeCore
import EtudeStore

/// The folders and files of ``InMemoryFileSystem``, each as it is seen and as a power cut would leave it.
struct InMemoryDisk: Sendable {
    enum Content: Sendable {
        case file([UInt8])
        case directory([String: Int])
        case symbolicLink(String)
    }

    private struct Node: Sendable {
        var seen: Content
        var durable: Content
    }

    private static let root = 0
    /// Symbolic links followed in one path before it counts as a circle.
    private static let maximumLinks = 40

    private var nodes = [Node(seen: .directory([:]), durable: .directory([:]))]

    /// Forgets whatever is not durable.
    mutating func cutPower() {
        for number in nodes.indices { nodes[number].seen = nodes[number].durable }
    }

    /// What stands at a path.
    func content(_ path: String, following: Bool = true) throws(EtudeError) -> Content {
        guard let number = try find(path, following: following) else {
            throw Self.failure(path, "nothing stands there")
        }
        return nodes[number].seen
    }

    /// The number of what stands at a path, nil for nothing.
    func find(_ path: String, following: Bool) throws(EtudeError) -> Int? {
        var trail = [Self.root]
        var parts = Self.parts(path)
        var links = 0
        while let part = parts.popLast() {
            guard let folder = trail.last, case .directory(let names) = nodes[folder].seen else { return nil }
            if part == ".." {
                if trail.count > 1 { trail.removeLast() }
                continue
            }
            guard let number = names[part] else { return nil }
            if case .symbolicLink(let target) = nodes[number].seen, following || !parts.isEmpty {
                links += 1
                guard links <= Self.maximumLinks else { throw Self.failure(path, "its symbolic links go round") }
                if target.hasPrefix("/") { trail = [Self.root] }
                parts += Self.parts(target)
            } else {
                trail.append(number)
            }
        }
        return trail.last
    }

    /// Adds an entry under a name that is free, and says its number.
    mutating func add(_ content: Content, at path: String, isDurable: Bool = false) throws(EtudeError) -> Int {
        nodes.append(Node(seen: content, durable: content))
        try link(nodes.count - 1, at: path, isDurable: isDurable)
        return nodes.count - 1
    }

    /// Gives a numbered entry a name that is free.
    mutating func link(_ number: Int, at path: String, isDurable: Bool = false) throws(EtudeError) {
        let (folder, name) = try place(path)
        guard names(folder)[name] == nil else { throw Self.failure(path, "it exists") }
        setName(name, in: folder, to: number)
        if isDurable, case .directory(var names) = nodes[folder].durable {
            names[name] = number
            nodes[folder].durable = .directory(names)
        }
    }

    /// Gives an entry another name, as rename(2) does.
    mutating func rename(_ path: String, to newPath: String) throws(EtudeError) {
        guard let number = try find(path, following: false) else { throw Self.failure(path, "nothing stands there") }
        let old = try place(path)
        let new = try place(newPath)
        if let other = names(new.folder)[new.name] {
            guard other != number else { return }
            switch (nodes[number].seen, nodes[other].seen) {
            case (.directory, .directory(let names)) where names.isEmpty: break
            case (.directory, _), (_, .directory): throw Self.failure(newPath, "another kind of entry stands there")
            default: break
            }
        }
        setName(old.name, in: old.folder, to: nil)
        setName(new.name, in: new.folder, to: number)
    }

    /// Removes a file, a symbolic link or an empty folder.
    mutating func remove(_ path: String) throws(EtudeError) {
        if case .directory(let names) = try content(path, following: false), !names.isEmpty {
            throw Self.failure(path, "the folder is not empty")
        }
        let (folder, name) = try place(path)
        setName(name, in: folder, to: nil)
    }

    /// Adds bytes to a file.
    mutating func append(_ bytes: [UInt8], to number: Int) {
        guard case .file(let old) = nodes[number].seen else { return }
        nodes[number].seen = .file(old + bytes)
    }

    /// Makes the bytes of a file or the names in a folder durable.
    mutating func synchronize(_ number: Int) {
        nodes[number].durable = nodes[number].seen
    }

    /// The error for a path and a reason.
    static func failure(_ path: String, _ reason: String) -> EtudeError {
        EtudeError(.io, "Cannot use \(path): \(reason).")
    }

    private func place(_ path: String) throws(EtudeError) -> (folder: Int, name: String) {
        guard let name = Self.parts(path).first else { throw Self.failure(path, "it has no name") }
        let parent = Self.parts(path).dropFirst().reversed().joined(separator: "/")
        guard let folder = try find(parent, following: true), case .directory = nodes[folder].seen else {
            throw Self.failure(path, "its folder does not exist")
        }
        return (folder, name)
    }

    private func names(_ folder: Int) -> [String: Int] {
        guard case .directory(let names) = nodes[folder].seen else { return [:] }
        return names
    }

    private mutating func setName(_ name: String, in folder: Int, to number: Int?) {
        var names = names(folder)
        names[name] = number
        nodes[folder].seen = .directory(names)
    }

    /// The parts of a path, last first.
    private static func parts(_ path: String) -> [String] {
        path.split(separator: "/").filter { $0 != "." }.reversed().map(String.init)
    }
}
