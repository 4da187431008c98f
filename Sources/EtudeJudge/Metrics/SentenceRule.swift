import EtudeText

/// How the sentences of a text are counted.
public enum SentenceRule: String, Sendable, Hashable, CaseIterable {
    /// The project's counter.
    case robust
    /// The rule of the original code.
    case original

    /// How many sentences a text has.
    public func count(_ text: String) -> Int {
        switch self {
        case .robust: Sentences.count(text)
        case .original: Self.originalCount(text)
        }
    }

    private static func originalCount(_ text: String) -> Int {
        let scalars = Array(text.unicodeScalars)
        var count = 1
        for (index, scalar) in scalars.enumerated() where ".!?".unicodeScalars.contains(scalar) {
            var next = index + 1
            while next < scalars.count, "\"'".unicodeScalars.contains(scalars[next]) { next += 1 }
            guard next < scalars.count, scalars[next] == " " else { continue }
            next += 1
            while next < scalars.count, "\"'".unicodeScalars.contains(scalars[next]) { next += 1 }
            if next < scalars.count, ("A"..."Z").contains(scalars[next]) { count += 1 }
        }
        return count
    }
}
