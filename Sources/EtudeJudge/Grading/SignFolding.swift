/// Takes off the disguises of letters: invisible signs, wide forms, and letters of other scripts that look like Latin ones.
enum SignFolding {
    /// The text without invisible signs.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0xC2 }) else { return text }
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isInvisible(scalar) { plain.append(scalar) }
        return String(plain)
    }

    /// Whether a sign is not seen: zero-width and directional signs, soft hyphens, variation selectors, tags.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0xAD
            && (scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format)
    }

    /// The plain letter that a scalar is or looks like, small.
    static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII {
            return ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
        }
        let narrow = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        if let digit = Character(narrow).wholeNumberValue, (0...9).contains(digit) {
            return Unicode.Scalar(UInt8(0x30 + digit))
        }
        let small = narrow.properties.lowercaseMapping.unicodeScalars.first ?? narrow
        return lookAlikes[small] ?? mathematical(small) ?? small
    }

    /// The letter of a mathematical alphabet, each of which has 26 capitals and then 26 small letters.
    private static func mathematical(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard (0x1D400...0x1D6A3).contains(scalar.value) else { return nil }
        return Unicode.Scalar(UInt8(0x61 + (scalar.value - 0x1D400) % 26))
    }

    /// Small letters of the Cyrillic and Greek scripts by the Latin ones that they look like.
    private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs: [(String, String)] = [
            ("авсԁеһіјкӏмнорԛѕтѵԝхуь", "abcdehijklmhopqstvwxyb"), ("αβεικνορτυχγ", "abeiknoptuxy"),
        ]
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (others, latin) in pairs {
            for (other, letter) in zip(others.unicodeScalars, latin.unicodeScalars) { table[other] = letter }
        }
        return table
    }()
}
