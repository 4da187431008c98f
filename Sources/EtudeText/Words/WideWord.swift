import Foundation

/// A word with letters beyond ASCII.
struct WideWord {
    /// The letters that stand for themselves once each is folded: those of ASCII, Latin, Greek and Cyrillic.
    static let simple: [[UInt8]?] = (0..<0x530).map { value in
        guard let scalar = Unicode.Scalar(UInt32(value)) else { return nil }
        let folded = folded(String(scalar))
        let isPlain = folded.unicodeScalars.allSatisfy { ScalarRole(of: $0) == .letter || $0.isASCII }
        return ScalarRole(of: scalar) == .letter && isPlain ? Array(folded.utf8) : nil
    }

    private var scalars = String.UnicodeScalarView()
    /// Whether the word is a sign that takes no further letter, only marks.
    var isSign = false

    /// Whether nothing is in it.
    var isEmpty: Bool { scalars.isEmpty }

    /// Adds a scalar at the end.
    mutating func append(_ scalar: Unicode.Scalar) {
        scalars.append(scalar)
    }

    /// The word folded, in UTF-8.
    func folded() -> [UInt8] {
        var letters: [UInt8] = []
        for scalar in scalars {
            guard scalar.value < 0x530, let simple = Self.simple[Int(scalar.value)] else {
                return Array(Self.folded(String(scalars)).utf8)
            }
            letters += simple
        }
        return letters
    }

    /// A word folded by the rules for all scripts.
    static func folded(_ word: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in word.decomposedStringWithCanonicalMapping.unicodeScalars where !isDiacritic(scalar) {
            // The capital's small form is the full case folding: ß becomes ss, ς becomes σ.
            for capital in scalar.properties.uppercaseMapping.unicodeScalars {
                plain.append(contentsOf: capital.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(plain).precomposedStringWithCanonicalMapping
    }

    private static func isDiacritic(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0300...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF: true
        default: false
        }
    }
}
