import EtudeCore
import EtudeModel
import EtudeStore

/// Collects the requests that a recording does not answer, and writes them to the file that the model block names, so that
/// somebody can answer them.
actor MissingAnswers {
    private var requests: [String: [String: RecordedRequest]] = [:]

    /// How many requests were not answered.
    var count: Int { requests.values.map(\.count).reduce(0, +) }

    /// Takes note of a request for a file, once.
    func note(_ request: ChatRequest, model: String, file: String?) {
        let recorded = RecordedRequest(request, model: model)
        requests[file ?? "", default: [:]][recorded.key] = recorded
    }

    /// Writes the collected requests, by key; a file of which nothing is missing becomes empty.
    func write(to files: [String]) throws {
        for file in files {
            let wanted = (requests[file] ?? [:]).values.sorted { $0.key < $1.key }
            var writer = JSONWriter()
            for request in wanted {
                writer.write(request.json)
                writer.endLine()
            }
            try AtomicFile.write(writer.bytes, to: file, in: RealFileSystem())
        }
    }
}
