import Foundation

/// The time of day, against which dates in replies count.
enum WallClock {
    /// Seconds since 1970.
    static var seconds: Int { Int(Date().timeIntervalSince1970) }
}
