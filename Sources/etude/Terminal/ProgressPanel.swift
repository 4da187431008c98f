import EtudeCore
import EtudePipeline
import EtudePublish

/// Draws a run's progress: a pure function of what is known.
struct ProgressPanel {
    /// Everything that the panel shows.
    struct State {
        var cells: [CellReport]
        var readings: [String: CallMeter.Reading]
        var elapsed: Duration
        /// The last change of a model's scheduler.
        var lastChange: String?
        /// What is counted.
        var unit = "rows"
    }

    /// The columns that a line may have.
    let columns: Int
    /// Whether bold and dim may be used.
    let hasStyle: Bool

    /// The lines of the panel, none longer than the terminal is wide.
    func lines(_ state: State) -> [String] {
        let splits = Self.splits(state.cells)
        let nameWidth = min(24, splits.map(\.name.count).max() ?? 0)
        var lines = splits.map { line($0, nameWidth: nameWidth) }
        lines.append(dim(traffic(state)))
        if let change = state.lastChange { lines.append(dim(fit(Terminal.visible(change)))) }
        return lines
    }

    /// One plain line: rows, or what else is counted, of those asked, and the traffic.
    static func plainLine(_ state: State) -> String {
        let splits = Self.splits(state.cells)
        let accepted = splits.map(\.accepted).reduce(0, +)
        let asked = splits.map(\.wanted).reduce(0, +)
        return (["\(state.unit) \(accepted)/\(asked)"] + traffic(state)).joined(separator: " · ")
    }

    struct Split {
        let name: String
        var wanted: Int
        var accepted: Int
        var isOpen: Bool
    }

    /// The cells added up by split, in their order.
    static func splits(_ cells: [CellReport]) -> [Split] {
        var splits: [Split] = []
        for report in cells {
            let index = splits.firstIndex { $0.name == report.cell.split } ?? splits.count
            if index == splits.count {
                splits.append(Split(name: report.cell.split, wanted: 0, accepted: 0, isOpen: false))
            }
            splits[index].wanted += report.cell.rows
            splits[index].accepted += report.books.accepted
            splits[index].isOpen = splits[index].isOpen || report.closing == nil
        }
        return splits
    }

    private func line(_ split: Split, nameWidth: Int) -> String {
        let counts = "\(split.accepted)/\(split.wanted)"
        let name = String(split.name.prefix(nameWidth)).padded(to: nameWidth)
        let state = split.isOpen ? "" : (split.accepted == split.wanted ? " done" : " short")
        let room = max(0, min(40, columns - nameWidth - 26))
        let filled = split.wanted == 0 ? 0 : room * min(split.accepted, split.wanted) / split.wanted
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: room - filled)
        return fit("\(name) \(bar) \(counts)\(state)")
    }

    /// As many figures as the line has room for; none is cut.
    private func traffic(_ state: State) -> String {
        var line = ""
        for figure in Self.traffic(state) {
            let longer = line.isEmpty ? figure : "\(line) · \(figure)"
            guard longer.count < columns else { break }
            line = longer
        }
        return line
    }

    /// Calls, their rate and the time, then what tells of trouble and cost.
    private static func traffic(_ state: State) -> [String] {
        let readings = state.readings.values
        let calls = readings.map(\.calls).reduce(0, +)
        let seconds = max(1e-3, state.elapsed / .seconds(1))
        let rate = (Double(calls) / seconds * 10).rounded() / 10
        let inFlight = readings.map(\.inFlight).reduce(0, +)
        var parts = [state.elapsed.clockText, "\(calls) calls", "\(rate)/s", "\(inFlight) in flight"]
        let journal = readings.map(\.fromJournal).reduce(0, +)
        if journal > 0 { parts.append("\(journal) from the journal") }
        let failures = readings.map(\.failedTries).reduce(0, +)
        if failures > 0 { parts.append("\(failures) failed tries") }
        let tokens = readings.map { $0.inputTokens + $0.outputTokens }.reduce(0, +)
        if tokens > 0 { parts.append("\(tokens) tokens") }
        return parts
    }

    private func fit(_ line: String) -> String { String(line.prefix(columns - 1)) }

    private func dim(_ line: String) -> String { hasStyle ? "\u{1B}[2m\(line)\u{1B}[0m" : line }
}

extension String {
    /// The text with blanks up to a width.
    func padded(to width: Int) -> String {
        count >= width ? self : self + String(repeating: " ", count: width - count)
    }
}

extension Duration {
    /// Hours, minutes and seconds, such as `1:02:03` or `0:07`.
    var clockText: String {
        let seconds = Int(self / .seconds(1))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let hours = seconds / 3_600
        let start = hours > 0 ? "\(hours):\(two(seconds / 60 % 60))" : "\(seconds / 60)"
        return "\(start):\(two(seconds % 60))"
    }
}
