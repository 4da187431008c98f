/// How far a gzip file may expand before it is refused as a decompression bomb.
public struct GzipLimits: Sendable, Hashable {
    /// Bytes the whole file may expand to.
    public var bytes: Int
    /// Times its own size that a file may expand to, past ``freeBytes``.
    public var ratio: Int
    /// Bytes up to which the ratio is not looked at.
    public var freeBytes: Int

    /// Limits on one file; without any, 64 GiB and 200 times its size after 10 MB.
    public init(bytes: Int = 64 << 30, ratio: Int = 200, freeBytes: Int = 10_000_000) {
        self.bytes = bytes
        self.ratio = ratio
        self.freeBytes = freeBytes
    }
}
