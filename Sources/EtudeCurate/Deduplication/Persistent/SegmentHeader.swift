import EtudeCore

/// What a segment of a signature index is bound to: its format, the near-duplicate settings and the release.
///
/// In the file it is `EtudeSig`, the version in 4 bytes, and the SHA-256 of the settings and of the release's digest,
/// followed by the SHA-256 of all this. Numbers are little-endian throughout.
public struct SegmentHeader: Sendable, Hashable {
    /// The version of the format.
    static let version: UInt32 = 1
    /// The bytes of a header and its hash.
    static let size = 76 + 32

    private static let magic = Array("EtudeSig".utf8)

    private let settings: [UInt8]
    private let release: [UInt8]

    /// The header of a release's segment.
    ///
    /// - Parameters:
    ///   - release: the digest of the release, in hexadecimal.
    ///   - comparison: when texts are near.
    public init(release: String, comparison: TextComparison) {
        settings = comparison.fingerprint.bytes
        self.release = SHA256.digest(of: release).bytes
    }

    /// The header with its hash.
    var bytes: [UInt8] {
        var bytes = Self.magic
        bytes.append(littleEndian: Self.version)
        bytes += settings + release
        return bytes + SHA256.digest(of: bytes).bytes
    }

    /// What keeps a file that begins with some bytes from being the segment; nil where nothing does.
    func flaw(of bytes: [UInt8]) -> SegmentFlaw? {
        guard bytes.count == Self.size, bytes.starts(with: Self.magic) else { return .damaged }
        var cursor = ByteCursor(bytes[Self.magic.count...])
        guard cursor.word32() == Self.version else { return .otherVersion }
        guard SHA256.digest(of: Array(bytes.dropLast(32))).bytes.elementsEqual(bytes.suffix(32)) else {
            return .damaged
        }
        guard cursor.bytes(32)?.elementsEqual(settings) ?? false else { return .otherSettings }
        return cursor.bytes(32)?.elementsEqual(release) ?? false ? nil : .otherRelease
    }
}

/// Why a file is not the segment that is wanted.
public enum SegmentFlaw: Error, Sendable, Hashable {
    /// It does not hold what was once written.
    case damaged
    /// It is of another version of the format.
    case otherVersion
    /// It was made under other near-duplicate settings, or hashes texts in another way.
    case otherSettings
    /// It was made from another release.
    case otherRelease
}
