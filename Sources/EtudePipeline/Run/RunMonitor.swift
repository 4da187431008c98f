public import EtudeCore
public import EtudePublish
import Synchronization

/// What a run lets others see of it while it goes on.
public final class RunMonitor: Sendable {
    private let state: Mutex<[CellReport]>
    /// Calls and tokens so far.
    public let meter = CallMeter()
    /// When the run began.
    public let start = ContinuousClock.now

    /// A monitor of a run that has not begun.
    public init() {
        state = Mutex([])
    }

    /// How far each cell is.
    public var cells: [CellReport] { state.withLock { $0 } }

    func show(_ cells: [CellReport]) {
        state.withLock { $0 = cells }
    }

    /// Shows how far one cell is, in place of what was shown of it before; the cells come in their order at first.
    func show(_ report: CellReport) {
        state.withLock { cells in
            if cells.indices.contains(report.cell.index) {
                cells[report.cell.index] = report
            } else {
                cells.append(report)
            }
        }
    }
}

/// How far one cell is.
public struct CellReport: Sendable, Hashable {
    /// The cell.
    public let cell: Cell
    /// Its books.
    public let books: CellBooks
    /// Why the cell closed; nil while it is open.
    public let closing: String?
}
