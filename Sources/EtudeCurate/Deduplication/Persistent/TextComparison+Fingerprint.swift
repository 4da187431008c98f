import EtudeCore
import EtudeText

extension TextComparison {
    /// A text whose hashes stand for the way in which all are made.
    private static let sample =
        "The 2nd “naïve” reply — half-read, ½ understood — wasn't the queen's; nobody's ΣΊΣΥΦΟΣ was."

    /// Stands for the settings and for the hashes made under them: where two are equal, equal texts have equal hashes.
    var fingerprint: Digest {
        var bytes: [UInt8] = Array(settings.unit.rawValue.utf8)
        bytes.append(littleEndian: UInt32(settings.shingle))
        bytes.append(littleEndian: UInt32(settings.wordsChanged))
        bytes.append(littleEndian: UInt32(truncatingIfNeeded: settings.threshold.bitPattern))
        bytes.append(littleEndian: UInt32(truncatingIfNeeded: settings.threshold.bitPattern >> 32))
        let keys = keys(of: Self.sample.utf8.span)
        for hash in keys.bands + keys.words.sorted() { bytes.append(littleEndian: hash) }
        return SHA256.digest(of: bytes)
    }
}
