import EtudeCore
import EtudeStore

/// Whether the documents that describe a release have the form in which they were written.
///
/// The card's configurations say which files a loader takes for which split; times and costs keep card and manifest out of the
/// digest, so that no other rule would find rows of one split offered as those of another.
struct CardRule {
    private static let path = "README.md"

    let release: ReleaseReader
    let manifest: Manifest

    /// The findings.
    ///
    /// - Parameter present: the paths that stand there.
    /// - Returns: one finding for each document that is otherwise.
    /// - Throws: ``EtudeError`` with code `io`.
    func check(_ present: Set<String>) throws(EtudeError) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        if try release.bytes(Manifest.path) != manifest.bytes { findings.append(notCanonical(Manifest.path)) }
        for path in ["certificate.json", DividedCatalog.path] where present.contains(path) {
            if Self.canonicalBytes(try release.bytes(path)) != (try release.bytes(path)) {
                findings.append(notCanonical(path))
            }
        }
        if present.contains(Self.path), configurations(in: try release.bytes(Self.path)) != wanted {
            let message = "The card's configurations do not name the files of their splits."
            findings.append(finding("card", message, Self.path))
        }
        return findings
    }

    private var wanted: String { DatasetCard(manifest: manifest, certificate: [:], language: "").configurations }

    /// What stands in the card's front matter for configurations; nil where there is none, or more than one.
    private func configurations(in card: [UInt8]) -> String? {
        let parts = String(decoding: card, as: UTF8.self).split(separator: "---\n", maxSplits: 2)
        guard let front = parts.first, card.starts(with: "---\n".utf8) else { return nil }
        return "\n\(front)".text(between: "\nconfigs:\n", and: "\ndataset_info:\n")
    }

    private func notCanonical(_ path: String) -> Diagnostic {
        finding("canonical-json", "It is not the canonical form of what it says.", path)
    }

    /// The documents of a file, one a line, as they are written; nil for what is no JSON.
    private static func canonicalBytes(_ bytes: [UInt8]) -> [UInt8]? {
        var written: [UInt8] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let json = try? JSONParser.parse(Array(line)) else { return nil }
            written += Array((json.canonicalText + "\n").utf8)
        }
        return written
    }
}

extension String {
    /// What stands between two words each of which stands once.
    fileprivate func text(between start: String, and end: String) -> String? {
        let (starts, ends) = (ranges(of: start), ranges(of: end))
        guard starts.count == 1, ends.count == 1, starts[0].upperBound <= ends[0].lowerBound else { return nil }
        return String(self[starts[0].upperBound..<ends[0].lowerBound])
    }
}
