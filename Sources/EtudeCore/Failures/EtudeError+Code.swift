extension EtudeError {
    /// The kinds of failure, with the exit code of each (after BSD's sysexits where one fits).
    public enum Code: Int32, Sendable, CaseIterable {
        /// A fault of the program.
        case fault = 1
        /// Finished, but short of the rows asked for.
        case short = 2
        /// Stopped by the budget or the deadline.
        case stopped = 3
        /// Wrong usage.
        case usage = 64
        /// Bad content of a catalog, template, rubric or data file, or a violation that `verify` found.
        case data = 65
        /// A provider is down, or refuses for good.
        case unavailable = 69
        /// Reading or writing failed.
        case io = 74
        /// Busy: another run holds the lock, or a batch is pending.
        case busy = 75
        /// The pipeline file is wrong, or asks for what cannot be.
        case config = 78
        /// Interrupted by SIGINT.
        case interrupted = 130
        /// Terminated by SIGTERM.
        case terminated = 143
    }
}
