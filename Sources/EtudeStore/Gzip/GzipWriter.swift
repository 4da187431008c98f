import CZlib
public import EtudeCore

/// Compresses bytes into a gzip file (RFC 1952) whose bytes depend on the input alone.
///
/// The input is cut into members of exactly ``memberSize`` bytes, the last being shorter, however it was fed; headers carry
/// neither time nor name, and "unknown" as operating system. An input of nothing is one empty member.
public struct GzipWriter: ~Copyable, Sendable {
    /// The version of zlib, on which the compressed bytes depend.
    public static var libraryVersion: String { unsafe String(cString: zlibVersion()) }

    /// Bytes of input in each member but the last.
    public static let memberSize = 512 << 10

    private let level: Int32
    private var pending: [UInt8] = []
    private var totals = GzipTotals()
    private var plainHash = SHA256()
    private var packedHash = SHA256()

    /// A writer of an empty file.
    ///
    /// - Parameter level: zlib's level, 1 (fast) to 9 (small).
    public init(level: Int32 = 6) {
        self.level = level
    }

    /// Takes bytes in.
    ///
    /// - Parameter bytes: the next bytes of the input.
    /// - Returns: the next bytes of the file, often none.
    public mutating func append(_ bytes: [UInt8]) -> [UInt8] {
        plainHash.update(bytes)
        totals.bytes += bytes.count
        pending += bytes
        var packed: [UInt8] = []
        var start = 0
        while pending.count - start >= Self.memberSize {
            packed += member(pending[start..<start + Self.memberSize])
            start += Self.memberSize
        }
        pending.removeFirst(start)
        return packed
    }

    /// Ends the file.
    ///
    /// - Returns: the last bytes of the file, and what is to be known of the whole.
    public consuming func finish() -> (bytes: [UInt8], totals: GzipTotals) {
        let rest = pending.isEmpty && totals.compressedBytes > 0 ? [] : member(pending[...])
        totals.sha256 = plainHash.finish()
        totals.compressedSHA256 = packedHash.finish()
        return (rest, totals)
    }

    private mutating func member(_ input: ArraySlice<UInt8>) -> [UInt8] {
        let packed = Self.compress(input, level: level)
        packedHash.update(packed)
        totals.compressedBytes += packed.count
        return packed
    }

    private static func compress(_ input: ArraySlice<UInt8>, level: Int32) -> [UInt8] {
        var stream = unsafe z_stream()
        let opened = unsafe etude_deflate_init_gzip(&stream, level)
        precondition(opened == Z_OK, "zlib has no memory, or knows no such level.")
        defer { unsafe deflateEnd(&stream) }
        let capacity = unsafe Int(deflateBound(&stream, UInt(input.count)))
        var packed = unsafe input.withUnsafeBufferPointer { source in
            unsafe [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
                unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                unsafe stream.avail_in = UInt32(source.count)
                unsafe stream.next_out = target.baseAddress
                unsafe stream.avail_out = UInt32(target.count)
                let status = unsafe deflate(&stream, Z_FINISH)
                precondition(status == Z_STREAM_END, "zlib's bound is too low.")
                count = unsafe Int(stream.total_out)
            }
        }
        packed[9] = 255  // The operating system, which zlib fills in.
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
