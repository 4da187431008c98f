import CBytes
import Glibc

extension Span where Element == UInt8 {
    /// Eight bytes from an index on as one number, the first byte lowest.
    ///
    /// The load is checked against the bounds; it is called unsafe for types of which not every pattern of bits is a value.
    @inlinable
    @inline(__always)
    public func word(at index: Int) -> UInt64 {
        UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// Where a byte stands first from an index on; nil where it does not.
    public func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        unsafe extracting(start..<count).withUnsafeBytes { bytes in
            guard let first = bytes.baseAddress, let found = unsafe memchr(first, Int32(byte), bytes.count) else {
                return nil
            }
            return unsafe start + (UnsafeRawPointer(found) - first)
        }
    }

    /// Whether the bytes are valid UTF-8.
    public var isUTF8: Bool {
        unsafe withUnsafeBufferPointer { unsafe etude_is_utf8($0.baseAddress, $0.count) }
    }

    /// How many bytes at the start, of whole blocks of 64, are neither quotes nor backslashes nor control characters.
    var plainPrefix: Int {
        unsafe withUnsafeBufferPointer { unsafe etude_plain_prefix($0.baseAddress, $0.count) }
    }
}
