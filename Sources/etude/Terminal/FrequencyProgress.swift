import EtudeCore
import EtudePipeline

/// Shows on standard error how far a count of frequencies is.
struct FrequencyProgress {
    /// What is known of the count.
    struct State {
        var bytes: Int
        /// Nil where it is not known.
        var totalBytes: Int?
        var documents: Int
        var elapsed: Duration

        /// The megabytes read of those there are, documents, time and speed.
        var line: String {
            let seconds = max(1e-3, elapsed / .seconds(1))
            let total = totalBytes.map { "/\(Self.megabytes($0))" } ?? ""
            let speed = Self.megabytes(Int(Double(bytes) / seconds))
            return "MB \(Self.megabytes(bytes))\(total) · \(documents) documents · \(elapsed.clockText) · \(speed) MB/s"
        }

        /// The line with a bar before it where there is room, no longer than a terminal is wide.
        func line(columns: Int) -> String {
            let room = min(40, columns - line.count - 2)
            guard let totalBytes, room >= 8 else { return String(line.prefix(columns - 1)) }
            let filled = totalBytes == 0 ? room : room * min(bytes, totalBytes) / totalBytes
            return String(repeating: "█", count: filled) + String(repeating: "░", count: room - filled) + " " + line
        }

        private static func megabytes(_ bytes: Int) -> String {
            bytes < 10_000_000 ? "\((Double(bytes) / 1e5).rounded() / 10)" : "\(bytes / 1_000_000)"
        }
    }

    let monitor: FrequencyMonitor
    let style: ProgressStyle

    /// Works to the end.
    func run<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
        let display = Task { await show() }
        let result = await Task { try await work() }.result
        display.cancel()
        await display.value
        return try result.get()
    }

    private var state: State {
        State(
            bytes: monitor.bytes,
            totalBytes: monitor.totalBytes,
            documents: monitor.documents,
            elapsed: monitor.start.duration(to: .now)
        )
    }

    private func show() async {
        switch style {
        case .none: return
        case .auto where Terminal.isInteractive:
            var isDrawn = false
            while (try? await Task.sleep(for: .milliseconds(250))) != nil {
                Terminal.draw("\r\u{1B}[2K" + state.line(columns: Terminal.size.columns))
                isDrawn = true
            }
            if isDrawn { Terminal.draw("\r\u{1B}[2K") }
        case .auto, .plain:
            while (try? await Task.sleep(for: .seconds(5))) != nil { Terminal.say("etude: \(state.line)") }
        case .json:
            while (try? await Task.sleep(for: .seconds(2))) != nil { Terminal.say(json.canonicalText) }
        }
    }

    private var json: JSONValue {
        let state = state
        return [
            "elapsed_seconds": .double(((state.elapsed / .seconds(1)) * 1_000).rounded() / 1_000),
            "bytes": .int(state.bytes),
            "total_bytes": state.totalBytes.map(JSONValue.int) ?? .null,
            "documents": .int(state.documents),
        ]
    }
}
