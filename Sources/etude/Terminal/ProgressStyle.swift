import ArgumentParser

/// How progress is shown on standard error.
enum ProgressStyle: String, ExpressibleByArgument, CaseIterable {
    /// A panel on a terminal, plain lines elsewhere.
    case auto
    /// A line every few seconds.
    case plain
    /// Nothing.
    case none
    /// A JSON object every few seconds.
    case json
}
