/// The sentence count of the SKILL-MIX authors' own code, for figures that must be comparable with theirs.
///
/// A sentence ends only at `.`, `!` or `?`, straight quotes, one blank, straight quotes and a letter A–Z, in this order, the
/// quotes being optional; "Mr", "Mrs", "Ms", "Dr" and "Prof" take any one sign and the blank behind it to themselves. Line
/// breaks, curly quotes, other scripts and small letters end nothing, and an empty text has one sentence. ``Sentences`` is
/// right where this is not.
public enum OriginalSentenceRule: Sendable {
    /// How many sentences the authors' code counts; at least one.
    public static func count(_ text: String) -> Int {
        var scalars = Array(text.unicodeScalars)
        for title in ["Mr", "Mrs", "Ms", "Dr", "Prof"] { scalars = joining(Array(title.unicodeScalars), in: scalars) }
        var count = 1
        var position = 0
        while position < scalars.count {
            if let end = endOfBreak(at: position, in: scalars) {
                count += 1
                position = end
            } else {
                position += 1
            }
        }
        return count
    }

    /// The text in which a title, any sign but a line feed, and a blank have become the title and a dot.
    private static func joining(_ title: [Unicode.Scalar], in scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var joined: [Unicode.Scalar] = []
        joined.reserveCapacity(scalars.count)
        var position = 0
        while position < scalars.count {
            let sign = position + title.count
            if sign + 1 < scalars.count, scalars[sign] != "\n", scalars[sign + 1] == " ",
                scalars[position...].starts(with: title)
            {
                joined += title + ["."]
                position = sign + 2
            } else {
                joined.append(scalars[position])
                position += 1
            }
        }
        return joined
    }

    /// Where the break between two sentences ends that begins at a position; nil where none begins.
    private static func endOfBreak(at position: Int, in scalars: [Unicode.Scalar]) -> Int? {
        let quotes: Set<Unicode.Scalar> = ["'", "\""]
        guard [".", "!", "?"].contains(scalars[position]) else { return nil }
        let blank = scalars[(position + 1)...].drop(while: quotes.contains)
        guard blank.first == " " else { return nil }
        let letter = blank.dropFirst().drop(while: quotes.contains)
        guard let first = letter.first, ("A"..."Z").contains(first) else { return nil }
        return letter.startIndex + 1
    }
}
