import CDeflate
public import EtudeCore

/// Compresses bytes into a gzip file (RFC 1952) whose bytes depend on the input alone.
///
/// The input is cut into members of exactly ``memberSize`` bytes, the last being shorter, however it was fed; headers carry
/// neither time nor name, and "unknown" as operating system. An input of nothing is one empty member.
public struct GzipWriter: ~Copyable, Sendable {
    /// The library and its version, on which the compressed bytes depend.
    public static let libraryVersion = "libdeflate \(LIBDEFLATE_VERSION_STRING)"

    /// Bytes of input in each member but the last.
    public static let memberSize = 512 << 10

    /// The levels of compression.
    public static let levels = 1...12

    /// The level that comes nearest in size to zlib's 6, in less time.
    public static let defaultLevel = 7

    /// How many members are made at a time; their bytes do not depend on it.
    private static let membersAtATime = 8

    private let level: Int
    private var pending: [UInt8] = []
    private var totals = GzipTotals()
    private var plainHash = SHA256()
    private var packedHash = SHA256()

    /// A writer of an empty file.
    ///
    /// - Parameter level: from 1 (fast) to 12 (small).
    public init(level: Int = defaultLevel) {
        precondition(Self.levels.contains(level), "Levels are \(Self.levels).")
        self.level = level
    }

    /// Takes bytes in, as ``append(_:)`` of a part of a list does.
    public mutating func append(_ bytes: [UInt8]) -> [UInt8] { append(bytes[...]) }

    /// Takes bytes in.
    ///
    /// - Parameter bytes: the next bytes of the input.
    /// - Returns: the next bytes of the file, often none.
    public mutating func append(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        plainHash.update(bytes)
        totals.bytes += bytes.count
        pending += bytes
        let whole = pending.count / Self.memberSize
        guard whole >= Self.membersAtATime else { return [] }
        let packed = members(pending[..<(whole * Self.memberSize)])
        pending.removeFirst(whole * Self.memberSize)
        return packed
    }

    /// Ends the file.
    ///
    /// - Returns: the last bytes of the file, and what is to be known of the whole.
    public consuming func finish() -> (bytes: [UInt8], totals: GzipTotals) {
        let rest = pending.isEmpty && totals.compressedBytes > 0 ? [] : members(pending[...])
        totals.sha256 = plainHash.finish()
        totals.compressedSHA256 = packedHash.finish()
        return (rest, totals)
    }

    private mutating func members(_ input: ArraySlice<UInt8>) -> [UInt8] {
        var packed: [UInt8] = []
        for member in GzipMember.members(of: input, size: Self.memberSize, level: level) { packed += member }
        packedHash.update(packed)
        totals.compressedBytes += packed.count
        return packed
    }
}

/// What is to be known of a whole gzip file.
public struct GzipTotals: Sendable, Hashable {
    /// Bytes before compression.
    public internal(set) var bytes = 0
    /// Bytes of the file.
    public internal(set) var compressedBytes = 0
    /// SHA-256 of the bytes before compression.
    public internal(set) var sha256 = SHA256.digest(of: [])
    /// SHA-256 of the file.
    public internal(set) var compressedSHA256 = SHA256.digest(of: [])
}
