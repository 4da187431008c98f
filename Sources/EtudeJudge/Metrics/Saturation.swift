/// From which k on a model can no longer combine skills: full marks fall under 0.05 (the rule of the SKILL-MIX leaderboard,
/// which leaves larger k out from there on).
public enum Saturation: Sendable {
    /// The ratio of full marks under which a model is saturated.
    public static let threshold = 0.05

    /// Whether larger k need not be asked for.
    ///
    /// - Parameter fullMarks: the Ratio of Full Marks at some k, best over generations.
    /// - Returns: true under the threshold.
    public static func isReached(by fullMarks: Double) -> Bool { fullMarks < threshold }

    /// The smallest k at which a model is saturated; nil where it is at none of those that were asked for.
    ///
    /// - Parameter fullMarks: the Ratio of Full Marks by k.
    /// - Returns: the k.
    public static func k(of fullMarks: [Int: Double]) -> Int? {
        fullMarks.filter { isReached(by: $0.value) }.keys.min()
    }
}
