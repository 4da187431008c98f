import EtudeCore
import EtudePipeline
import Glibc

/// Shows a run's progress on standard error until it is cancelled.
struct ProgressDisplay {
    let monitor: RunMonitor
    let style: ProgressStyle
    /// What progress counts.
    let unit: String

    /// Shows progress; returns when the task is cancelled.
    func run() async {
        switch style {
        case .none: return
        case .auto where Terminal.isInteractive: await panel()
        case .auto, .plain:
            await every(.seconds(5)) {
                for change in monitor.meter.takeChanges() { Terminal.say("etude: \(Terminal.visible(change))") }
                Terminal.say("etude: \(ProgressPanel.plainLine(state))")
            }
        case .json: await every(.seconds(2)) { Terminal.say(json.canonicalText) }
        }
    }

    private var state: ProgressPanel.State {
        ProgressPanel.State(
            cells: monitor.cells,
            readings: monitor.meter.readings,
            elapsed: monitor.start.duration(to: .now),
            lastChange: monitor.meter.lastChange,
            unit: unit
        )
    }

    /// Draws the panel in place, four times a second, and leaves its last state standing.
    private func panel() async {
        let hasStyle = unsafe getenv("NO_COLOR").map { unsafe $0.pointee == 0 } ?? true
        var drawn = 0
        func draw() {
            let size = Terminal.size
            let panel = ProgressPanel(columns: size.columns, hasStyle: hasStyle)
            let lines = panel.lines(state).suffix(size.rows - 1)
            let back = drawn > 0 ? "\u{1B}[\(drawn)F" : ""
            Terminal.draw(back + lines.map { "\u{1B}[2K\($0)\n" }.joined() + "\u{1B}[J")
            drawn = lines.count
        }
        await every(.milliseconds(250), draw)
        draw()
    }

    private var json: JSONValue {
        let state = state
        return [
            "elapsed_seconds": .double(((state.elapsed / .seconds(1)) * 1_000).rounded() / 1_000),
            "splits": .object(
                ProgressPanel.splits(state.cells).map {
                    JSONMember($0.name, ["accepted": .int($0.accepted), "wanted": .int($0.wanted)])
                }
            ),
            "calls": .int(state.readings.values.map(\.calls).reduce(0, +)),
            "in_flight": .int(state.readings.values.map(\.inFlight).reduce(0, +)),
            "changes": .array(monitor.meter.takeChanges().map(JSONValue.string)),
        ]
    }

    private func every(_ pause: Duration, _ show: () -> Void) async {
        while (try? await Task.sleep(for: pause)) != nil { show() }
    }
}
