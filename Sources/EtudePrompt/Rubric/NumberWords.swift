/// Small numbers in English words, as rubrics write them.
public enum NumberWords: Sendable {
    private static let words = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]

    /// The number in words up to twelve, beyond in digits.
    public static func english(_ number: Int) -> String {
        words.indices.contains(number) ? words[number] : String(number)
    }
}
