import CDeflate
import Dispatch

/// Makes gzip members, each from bytes of its own, so that several are made at a time and none depends on how many.
enum GzipMember {
    /// Compresses pieces, on as many threads as there are cores.
    ///
    /// - Parameters:
    ///   - input: the bytes.
    ///   - size: the bytes of each piece but the last.
    ///   - level: libdeflate's level, 1 (fast) to 12 (small).
    /// - Returns: the members, in order; one for no bytes at all.
    static func members(of input: ArraySlice<UInt8>, size: Int, level: Int) -> [[UInt8]] {
        let count = max(1, (input.count + size - 1) / size)
        guard count > 1 else { return [member(of: input, level: level)] }
        return unsafe [[UInt8]](unsafeUninitializedCapacity: count) { members, initialized in
            let target = unsafe Slots(members)
            DispatchQueue.concurrentPerform(iterations: count) { index in
                let start = input.startIndex + index * size
                let piece = input[start..<min(start + size, input.endIndex)]
                unsafe target.slots.initializeElement(at: index, to: member(of: piece, level: level))
            }
            initialized = count
        }
    }

    /// One member, with neither time nor name and "unknown" as operating system.
    private static func member(of input: ArraySlice<UInt8>, level: Int) -> [UInt8] {
        guard let compressor = unsafe libdeflate_alloc_compressor(Int32(level)) else {
            preconditionFailure("libdeflate has no memory, or knows no such level.")
        }
        defer { unsafe libdeflate_free_compressor(compressor) }
        let capacity = unsafe libdeflate_gzip_compress_bound(compressor, input.count)
        return unsafe input.withUnsafeBytes { source in
            unsafe [UInt8](unsafeUninitializedCapacity: capacity) { target, count in
                count = unsafe libdeflate_gzip_compress(
                    compressor,
                    source.baseAddress,
                    source.count,
                    target.baseAddress,
                    capacity
                )
                precondition(count > 0, "libdeflate's bound is too low.")
            }
        }
    }

    /// Places that threads fill, each its own.
    @safe private struct Slots: @unchecked Sendable {
        let slots: UnsafeMutableBufferPointer<[UInt8]>

        init(_ slots: UnsafeMutableBufferPointer<[UInt8]>) {
            unsafe self.slots = unsafe slots
        }
    }
}
