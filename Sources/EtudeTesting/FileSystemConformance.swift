import EtudeCore
public import EtudeStore

/// What every `FileSystem` must do, as a list of named checks.
public struct FileSystemConformance: Sendable, CustomStringConvertible {
    /// A promise that was not kept.
    public struct Violation: Error, Sendable, CustomStringConvertible {
        /// What was expected and what was found.
        public let description: String
    }

    /// The promise, as a sentence.
    public let description: String
    private let body: @Sendable (any FileSystem, String) throws -> Void

    private init(_ description: String, _ body: @escaping @Sendable (any FileSystem, String) throws -> Void) {
        self.description = description
        self.body = body
    }

    /// Checks a file system.
    ///
    /// - Parameters:
    ///   - fileSystem: the one to check.
    ///   - folder: an empty folder in it.
    /// - Throws: ``Violation``, or the error of a call that should have succeeded.
    public func check(_ fileSystem: any FileSystem, in folder: String) throws {
        try body(fileSystem, folder)
    }

    /// All promises.
    public static let checks = files + renames + links + folders

    private static let files = [
        Self("a file gives back what was written, in any number of writes") { files, root in
            let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
            let writer = try files.create("\(root)/a")
            try writer.write(Array(bytes[..<1]))
            try writer.write([])
            try writer.write(Array(bytes[1...]))
            try writer.finish()
            try expect(files.read("\(root)/a"), bytes)
        },
        Self("an empty file is read as nothing") { files, root in
            try files.write([], to: "\(root)/empty")
            try expect(files.read("\(root)/empty"), [])
        },
        Self("creating over an entry is an error and leaves it as it was") { files, root in
            try files.write([1], to: "\(root)/a")
            try expectFailure("\(root)/a") { _ = try files.create("\(root)/a") }
            try expect(files.read("\(root)/a"), [1])
        },
        Self("a missing file, and a missing folder above it, are errors with the path") { files, root in
            try expectFailure("\(root)/none") { _ = try files.open("\(root)/none") }
            try expectFailure("\(root)/none/a") { _ = try files.create("\(root)/none/a") }
            try expectFailure("\(root)/none") { try files.remove("\(root)/none") }
        },
    ]

    private static let renames = [
        Self("renaming replaces a file") { files, root in
            try files.write([1], to: "\(root)/a")
            try files.write([2], to: "\(root)/b")
            try files.rename("\(root)/a", to: "\(root)/b")
            try expect(files.read("\(root)/b"), [1])
            try expect(files.list(root), ["b"])
        },
        Self("renaming a missing file is an error") { files, root in
            try expectFailure("\(root)/a") { try files.rename("\(root)/a", to: "\(root)/b") }
        },
        Self("renaming moves a folder with all in it, over an empty folder but no other entry") { files, root in
            try files.makeDirectory("\(root)/old/in")
            try files.write([1], to: "\(root)/old/in/a")
            try files.makeDirectory("\(root)/empty")
            try files.rename("\(root)/old", to: "\(root)/empty")
            try expect(files.read("\(root)/empty/in/a"), [1])
            try files.makeDirectory("\(root)/other")
            try expectFailure("\(root)/empty") { try files.rename("\(root)/other", to: "\(root)/empty") }
            try files.write([2], to: "\(root)/file")
            try expectFailure("\(root)/file") { try files.rename("\(root)/other", to: "\(root)/file") }
            try expectFailure("\(root)/empty") { try files.rename("\(root)/file", to: "\(root)/empty") }
        },
        Self("renaming one of two names of a file to the other leaves both") { files, root in
            try files.write([1], to: "\(root)/a")
            try files.hardLink("\(root)/a", to: "\(root)/b")
            try files.rename("\(root)/a", to: "\(root)/b")
            try expect(files.list(root), ["a", "b"])
        },
    ]

    private static let links = [
        Self("a hard link outlives the first name, and takes no name that is used") { files, root in
            try files.write([1], to: "\(root)/a")
            try files.hardLink("\(root)/a", to: "\(root)/b")
            try files.remove("\(root)/a")
            try expect(files.read("\(root)/b"), [1])
            try files.write([2], to: "\(root)/c")
            try expectFailure("\(root)/c") { try files.hardLink("\(root)/b", to: "\(root)/c") }
        },
        Self("a symbolic link is read through, told by its kind, and removed without its target") { files, root in
            try files.makeDirectory("\(root)/releases/1")
            try files.write([1], to: "\(root)/releases/1/a")
            try files.makeSymbolicLink("\(root)/current", to: "releases/1")
            try expect(files.read("\(root)/current/a"), [1])
            try expect(files.kind(of: "\(root)/current"), .symbolicLink)
            try expect(files.symbolicLinkTarget("\(root)/current"), "releases/1")
            try files.remove("\(root)/current")
            try expect(files.list(root), ["releases"])
            try expect(files.read("\(root)/releases/1/a"), [1])
        },
        Self("a symbolic link is replaced at one stroke by renaming another over it") { files, root in
            try files.makeSymbolicLink("\(root)/current", to: "1")
            try files.makeSymbolicLink("\(root)/next", to: "2")
            try files.rename("\(root)/next", to: "\(root)/current")
            try expect(files.symbolicLinkTarget("\(root)/current"), "2")
            try expect(files.list(root), ["current"])
        },
        Self("a symbolic link without target counts as an entry, and one in a circle is an error") { files, root in
            try files.makeSymbolicLink("\(root)/a", to: "none")
            try expect(files.exists("\(root)/a"), true)
            try files.makeSymbolicLink("\(root)/b", to: "b")
            try expectFailure("\(root)/b") { _ = try files.read("\(root)/b") }
        },
    ]

    private static let folders = [
        Self("a folder is made with those above it, and again without complaint") { files, root in
            try files.makeDirectory("\(root)/a/b/c")
            try files.makeDirectory("\(root)/a/b/c")
            try expect(files.kind(of: "\(root)/a/b"), .directory)
        },
        Self("a folder is not made where a file stands") { files, root in
            try files.write([], to: "\(root)/a")
            try expectFailure("\(root)/a") { try files.makeDirectory("\(root)/a") }
        },
        Self("names are listed in UTF-8 byte order") { files, root in
            for name in ["b", "a", "é", "B", ".hidden", "a b"] { try files.write([], to: "\(root)/\(name)") }
            try expect(files.list(root), [".hidden", "B", "a", "a b", "b", "é"])
        },
        Self("a folder with entries is removed as a tree only") { files, root in
            try files.makeDirectory("\(root)/a/b")
            try files.write([1], to: "\(root)/a/b/c")
            try files.makeSymbolicLink("\(root)/a/link", to: "..")
            try expectFailure("\(root)/a") { try files.remove("\(root)/a") }
            try files.removeTree("\(root)/a")
            try expect(files.list(root), [])
        },
        Self("nothing is told from a file, a folder and a link") { files, root in
            try expect(files.kind(of: "\(root)/none"), nil)
            try files.write([], to: "\(root)/file")
            try expect(files.kind(of: "\(root)/file"), .file)
            try expect(files.kind(of: "\(root)/file/below"), nil)
            try expect(files.exists("\(root)/none"), false)
        },
        Self("a folder can be synchronized, a missing one cannot") { files, root in
            try files.synchronizeDirectory(root)
            try expectFailure("\(root)/none") { try files.synchronizeDirectory("\(root)/none") }
        },
    ]

    private static func expect<Value: Equatable>(_ found: Value, _ expected: Value) throws {
        guard found != expected else { return }
        throw Violation(description: "expected \("\(expected)".prefix(200)), found \("\(found)".prefix(200))")
    }

    /// Expects an `io` error that names a path.
    private static func expectFailure(_ path: String, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as EtudeError {
            guard error.code == .io, error.message.contains(path) else {
                throw Violation(description: "expected an io error naming \(path), found: \(error)")
            }
            return
        }
        throw Violation(description: "expected an io error naming \(path), found none")
    }
}
