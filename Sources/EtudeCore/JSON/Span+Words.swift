extension Span where Element == UInt8 {
    /// Eight bytes from an index on as one number, the first byte lowest.
    ///
    /// The load is checked against the bounds; it is called unsafe for types of which not every pattern of bits is a value.
    @inlinable
    @inline(__always)
    public func word(at index: Int) -> UInt64 {
        UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
}
