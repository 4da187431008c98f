/// Kinds of file that are told by their first bytes and hold no text.
enum FileSignature {
    private static let signatures: [(bytes: [UInt8], name: String, mend: String)] = [
        (
            [0x50, 0x4B, 0x03, 0x04], "a zip archive or an Office document",
            "take the file out with `unzip`, or save the table as CSV"
        ),
        ([0x50, 0x4B, 0x05, 0x06], "an empty zip archive", "name a file of text"),
        ([0x50, 0x4B, 0x07, 0x08], "a part of a zip archive", "take the file out with `unzip`"),
        ([0x28, 0xB5, 0x2F, 0xFD], "compressed by zstd", "unpack it with `zstd -d`"),
        ([0x42, 0x5A, 0x68], "compressed by bzip2", "unpack it with `bunzip2`"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "compressed by xz", "unpack it with `unxz`"),
        ([0x04, 0x22, 0x4D, 0x18], "compressed by lz4", "unpack it with `lz4 -d`"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive", "take the file out with `7z x`"),
        ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], "a RAR archive", "take the file out with `unrar x`"),
        ([0x25, 0x50, 0x44, 0x46, 0x2D], "a PDF document", "save its text as a file of text"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an Office document", "save the table as CSV"),
        ([0x50, 0x41, 0x52, 0x31], "a Parquet file", "save it as JSON Lines"),
        (Array("SQLite format 3\0".utf8), "an SQLite database", "save its table as CSV"),
    ]

    /// Whether bytes begin as a gzip file (RFC 1952) does.
    static func isGzip(_ head: [UInt8]) -> Bool { head.starts(with: [0x1F, 0x8B]) }

    /// What a file is whose first bytes tell that it is no text, and what to do about it.
    static func other(_ head: [UInt8]) -> (name: String, mend: String)? {
        if head.count > 262, head[257..<262].elementsEqual("ustar".utf8) {
            return ("a tar archive", "take the file out with `tar -x`")
        }
        guard let found = signatures.first(where: { head.starts(with: $0.bytes) }) else { return nil }
        // Compressed files of bzip2 go on with a digit; a text may begin with the same letters.
        guard found.bytes.count > 3 || (head.count > 3 && (0x31...0x39).contains(head[3])) else { return nil }
        return (found.name, found.mend)
    }
}
