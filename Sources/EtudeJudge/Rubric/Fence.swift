public import EtudeCore
import EtudeText

/// The mark between which a prompt holds a draft, or any text of strangers.
public enum Fence: Sendable {
    /// A mark of sixteen hexadecimal digits that the draft does not hold.
    ///
    /// - Parameters:
    ///   - seed: the seed of the request; the draft's author does not know it.
    ///   - draft: the text to be fenced.
    /// - Returns: the first mark drawn that is absent from the draft.
    public static func mark(seed: Seed, absentFrom draft: String) -> String {
        var generator = SeededGenerator(seed: seed)
        while true {
            let mark = Seed(generator.next()).description
            guard TextSearch.position(of: mark.utf8.span, in: draft.utf8.span) != nil else { return mark }
        }
    }
}
