import Synchronization

/// The budget that all models of a run share.
///
/// A request that no limit has room for waits while others are in flight, because they give back what they did not use. Once
/// nothing is in flight that could, the budget is spent.
public final class Budget: Sendable {
    /// What asking for room came to.
    public enum Answer: Sendable, Hashable {
        /// The amount is set aside.
        case granted
        /// There may be room when something in flight has ended.
        case later
        /// There will be none: the scope whose limit is reached.
        case spent(BudgetScope)
    }

    private struct State {
        var book: BudgetBook
        var waiting: [@Sendable () -> Void] = []
    }

    private let state: Mutex<State>
    private let today: @Sendable () -> Int

    /// A budget.
    ///
    /// - Parameters:
    ///   - book: its books.
    ///   - today: the day of UTC, counted from 1970.
    public init(_ book: BudgetBook, today: @escaping @Sendable () -> Int) {
        state = Mutex(State(book: book))
        self.today = today
    }

    /// What was spent in a scope.
    public func spent(in scope: BudgetScope) -> Spending { state.withLock { $0.book.spent(in: scope) } }

    /// Asks for room.
    ///
    /// - Parameters:
    ///   - amount: the worst case of a request.
    ///   - retry: called once, when there may be room, if the answer is `later`.
    /// - Returns: the answer.
    public func reserve(_ amount: Spending, orElse retry: @escaping @Sendable () -> Void) -> Answer {
        let day = today()
        return state.withLock { state in
            guard let scope = state.book.reserve(amount, day: day) else { return .granted }
            guard state.book.hasReservations else { return .spent(scope) }
            state.waiting.append(retry)
            return .later
        }
    }

    /// Sets an amount aside that is under way already, whatever the limits say.
    public func hold(_ amount: Spending) { state.withLock { $0.book.hold(amount) } }

    /// Books what a request was in place of what was set aside for it.
    public func settle(_ amount: Spending, actual: Spending) {
        let waiting = state.withLock { state in
            state.book.settle(amount, actual: actual)
            defer { state.waiting = [] }
            return state.waiting
        }
        for retry in waiting { retry() }
    }
}
