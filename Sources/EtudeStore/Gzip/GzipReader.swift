import CZlib
public import EtudeCore

/// Expands a gzip file (RFC 1952) of one or more members, checking each member's CRC and length.
@safe public final class GzipReader: ByteReader {
    private static let chunkSize = 256 << 10

    private let source: any ByteReader
    private let path: String
    private let limits: GzipLimits
    /// zlib keeps a pointer back to its stream, which therefore may not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var input: [UInt8] = []
    private var position = 0
    private var isInMember = false
    private var members = 0
    private var consumed = 0
    private var produced = 0

    /// A reader of another reader's bytes.
    ///
    /// - Parameters:
    ///   - source: the bytes of the gzip file.
    ///   - path: the file's name, for errors.
    ///   - limits: how far it may expand.
    public init(_ source: any ByteReader, path: String, limits: GzipLimits = GzipLimits()) {
        self.source = source
        self.path = path
        self.limits = limits
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let opened = unsafe etude_inflate_init_gzip(stream)
        precondition(opened == Z_OK, "zlib has no memory.")
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// The next expanded bytes, at least one; empty at the end of the last member.
    ///
    /// - Throws: ``EtudeError`` with code `data` for bytes that are no gzip file, a truncated or damaged member, bytes after
    ///   the last member, and a file that expands past the limits; `io` where reading fails.
    public func read() throws(EtudeError) -> [UInt8] {
        while true {
            if position == input.count {
                input = try source.read()
                position = 0
                if input.isEmpty {
                    guard !isInMember, members > 0 else { throw truncated() }
                    return []
                }
            }
            if !isInMember {
                unsafe inflateReset(stream)
                isInMember = true
            }
            let bytes = try inflateChunk()
            guard bytes.isEmpty else { return bytes }
        }
    }

    private func inflateChunk() throws(EtudeError) -> [UInt8] {
        var status = Z_OK
        let offset = position
        let bytes = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { target, count in
                unsafe stream.pointee.next_in = source.baseAddress?.advanced(by: offset)
                unsafe stream.pointee.avail_in = UInt32(source.count - offset)
                unsafe stream.pointee.next_out = target.baseAddress
                unsafe stream.pointee.avail_out = UInt32(target.count)
                status = unsafe inflate(stream, Z_NO_FLUSH)
                count = unsafe target.count - Int(stream.pointee.avail_out)
            }
        }
        position = unsafe input.count - Int(stream.pointee.avail_in)
        consumed += position - offset
        produced += bytes.count
        switch status {
        case Z_STREAM_END:
            isInMember = false
            members += 1
        case Z_OK, Z_BUF_ERROR: break
        default: throw damaged()
        }
        try checkLimits()
        return bytes
    }

    private func checkLimits() throws(EtudeError) {
        guard produced <= limits.bytes else {
            throw failure("It expands to more than \(limits.bytes) bytes; split it into smaller files.")
        }
        guard produced > limits.freeBytes, produced / limits.ratio > consumed else { return }
        throw failure(
            "It expands to more than \(limits.ratio) times its size, as no file of texts does; check its origin."
        )
    }

    private func truncated() -> EtudeError {
        failure("It ends in the middle of a gzip member (\(consumed) bytes in); copy or make the file again.")
    }

    /// The error for the message that zlib left.
    private func damaged() -> EtudeError {
        let reason = unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "no reason given"
        switch (reason, members) {
        case ("incorrect header check", 0):
            return failure("It is no gzip file; check its name and origin.")
        case ("incorrect header check", _):
            return failure("Bytes that are no gzip member follow at byte \(consumed); copy or make the file again.")
        default:
            return failure("It is damaged at byte \(consumed) (zlib: \(reason)); copy or make the file again.")
        }
    }

    private func failure(_ message: String) -> EtudeError {
        EtudeError(.data, message, at: Place(file: path))
    }
}

@available(*, unavailable)
extension GzipReader: Sendable {}
