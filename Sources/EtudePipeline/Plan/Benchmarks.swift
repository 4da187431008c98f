import EtudeCore
import EtudeCurate
import EtudeStore

/// The benchmarks of a pipeline, of which no row may hold items.
struct Benchmarks: Sendable {
    /// Finds the items that a text holds.
    let index: OverlapIndex
    /// SHA-256 of each file, for the plan's hash.
    let digests: [String]

    /// Reads the benchmarks of a pipeline; nil for one that has none.
    ///
    /// - Throws: ``EtudeError`` with code `config` for a file that cannot be read, `data` for one that is no benchmark.
    init?(_ spec: PipelineSpec) throws(EtudeError) {
        let settings = spec.decontaminate
        guard !settings.against.isEmpty else { return nil }
        var texts = BenchmarkTexts(settings.overlap)
        var digests: [String] = []
        for path in settings.against {
            let path = try spec.resolve(path)
            do {
                digests.append(SHA256.digest(of: try RealFileSystem().read(path)).hex)
            } catch {
                throw EtudeError(.config, error.message, at: Place(file: spec.file, key: "decontaminate.against"))
            }
            try BenchmarkFile(path, field: settings.field).add(to: &texts)
        }
        index = OverlapIndex(texts, settings.overlap)
        self.digests = digests
    }

    /// Which items some texts hold; nil for none.
    func items(in texts: [String]) -> String? {
        let found = texts.flatMap { index.matches(in: $0.utf8.span) }.flatMap(\.items)
        guard !found.isEmpty else { return nil }
        let names = Set(found).sorted().map { item in
            let item = index.benchmarks.items[item]
            return "\(index.benchmarks.benchmarks[item.benchmark].name):\(item.number)"
        }
        return names.joined(separator: ", ")
    }
}
