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
