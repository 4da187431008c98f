import CZlib

/// How small the most common compressor makes bytes.
public enum GzipSize: Sendable {
    /// The level of compression: zlib's best.
    public static let level = 9

    /// The bytes of a gzip file of one member that zlib makes at ``level``, as Python's `gzip.compress` does.
    public static func of(_ bytes: [UInt8]) -> Int {
        unsafe withUnsafeTemporaryAllocation(of: z_stream.self, capacity: 1) { streams in
            unsafe streams.initialize(repeating: z_stream())
            // zlib keeps a pointer back to its stream, which therefore may not move.
            guard let stream = streams.baseAddress else { return 0 }
            let opened = unsafe etude_deflate_init_gzip(stream, Int32(level))
            precondition(opened == Z_OK, "zlib has no memory.")
            defer { unsafe deflateEnd(stream) }
            return unsafe size(of: bytes, by: stream)
        }
    }

    private static func size(of bytes: [UInt8], by stream: UnsafeMutablePointer<z_stream>) -> Int {
        var start = 0
        var size = 0
        var status = Z_OK
        var packed = [UInt8](repeating: 0, count: 64 << 10)
        var input = bytes
        repeat {
            // zlib counts input in 32 bits.
            let end = min(bytes.count, start + 1 << 30)
            let isLast = end == bytes.count
            unsafe input.withUnsafeMutableBufferPointer { source in
                unsafe packed.withUnsafeMutableBufferPointer { target in
                    unsafe stream.pointee.next_in = source.baseAddress?.advanced(by: start)
                    unsafe stream.pointee.avail_in = UInt32(end - start)
                    unsafe stream.pointee.next_out = target.baseAddress
                    unsafe stream.pointee.avail_out = UInt32(target.count)
                    status = unsafe deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                    size += unsafe target.count - Int(stream.pointee.avail_out)
                    start = unsafe end - Int(stream.pointee.avail_in)
                }
            }
        } while status == Z_OK
        return size
    }
}
