import COpenSSL

/// SHA-256 (FIPS 180-4) by OpenSSL's libcrypto, whole or in parts.
@safe public struct SHA256: ~Copyable, @unchecked Sendable {  // The context has one owner at a time.
    private let context: OpaquePointer
    /// The algorithm, looked up once: OpenSSL looks what `EVP_sha256` names up again for every hash.
    nonisolated(unsafe) private static let algorithm = unsafe EVP_MD_fetch(nil, "SHA256", nil)

    /// An empty hash.
    public init() {
        guard let context = unsafe EVP_MD_CTX_new() else { fatalError("OpenSSL has no memory for a hash.") }
        unsafe self.context = context
        unsafe EVP_DigestInit_ex(context, Self.algorithm, nil)
    }

    deinit {
        unsafe EVP_MD_CTX_free(context)
    }

    /// Adds bytes to what is hashed.
    public mutating func update(_ bytes: some Sequence<UInt8>) {
        let counted = bytes.withContiguousStorageIfAvailable { buffer in
            unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
        }
        guard counted == nil else { return }
        let array = Array(bytes)
        _ = unsafe array.withUnsafeBufferPointer { unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    }

    /// The digest of everything added.
    public consuming func finish() -> Digest {
        var bytes = [UInt8](repeating: 0, count: 32)
        _ = unsafe bytes.withUnsafeMutableBufferPointer { unsafe EVP_DigestFinal_ex(context, $0.baseAddress, nil) }
        return Digest(bytes: bytes)
    }

    /// The digest of a text's UTF-8 bytes.
    public static func digest(of text: String) -> Digest {
        var hash = SHA256()
        hash.update(text.utf8)
        return hash.finish()
    }

    /// The digest of some bytes.
    public static func digest(of bytes: [UInt8]) -> Digest {
        var hash = SHA256()
        hash.update(bytes)
        return hash.finish()
    }
}
