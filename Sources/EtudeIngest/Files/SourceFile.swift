public import EtudeCore
public import EtudeStore

/// The text of a file that may come from a stranger: UTF-8, checked and without a mark, whatever the file is stored in.
///
/// A gzip file is told by its first bytes and expanded within limits; other packings are refused by name. Memory is that of
/// a few chunks.
public final class SourceFile: ByteReader {
    /// The most bytes a source may have as it is stored.
    public static let maximumBytes = 2 << 30
    /// How far a gzip file may expand.
    public static let limits = GzipLimits(bytes: 4 << 30, ratio: 200, freeBytes: 1_000_000)
    /// The bytes by which file and encoding are told.
    private static let headBytes = 4096

    /// The text's beginning, by which the kind of catalog may be told.
    public private(set) var head: [UInt8] = []
    private let source: any ByteReader
    private var decoder: any TextDecoder
    /// Bytes that were read and not decoded yet.
    private var pending: [UInt8]
    private var isHeadGiven = false

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - boundary: where it may stand.
    /// - Throws: ``EtudeError``: `config` for a file that there is not, that is no regular one, or that stands outside of the
    ///   boundary; `data` for one that is too large or no text; `io` where reading fails.
    public convenience init(_ path: String, boundary: PathBoundary) throws(EtudeError) {
        let file = try boundary.open(path)
        guard file.size <= Self.maximumBytes else {
            throw EtudeError(
                .data,
                "The file has more than \(Self.maximumBytes >> 30) GiB; split it.",
                at: Place(file: path)
            )
        }
        try self.init(file, file: path)
    }

    /// A source of bytes that are at hand already.
    ///
    /// - Parameters:
    ///   - bytes: the bytes as they are stored.
    ///   - file: their name, for errors.
    ///   - limits: how far gzip may expand.
    /// - Throws: ``EtudeError`` with code `data` for what is no text, `io` where reading fails.
    public init(_ bytes: any ByteReader, file: String, limits: GzipLimits = SourceFile.limits) throws(EtudeError) {
        var source = bytes
        var first = try Self.head(of: source)
        if FileSignature.isGzip(first) {
            source = GzipReader(HeadedReader(first, source), path: file, limits: limits)
            first = try Self.head(of: source)
            guard !FileSignature.isGzip(first) else {
                throw EtudeError(
                    .data,
                    "The file is a gzip file in a gzip file; unpack it once with `gunzip`.",
                    at: Place(file: file)
                )
            }
        }
        if let (name, mend) = FileSignature.other(first) {
            throw EtudeError(.data, "The file is \(name) and no text; \(mend).", at: Place(file: file))
        }
        let (encoding, markBytes) = try TextEncoding.find(in: first, file: file)
        let position = TextPosition(file: file, offset: markBytes)
        self.source = source
        decoder =
            switch encoding {
            case .utf8: UTF8Decoder(position)
            case .utf16(let isBigEndian): UTF16Decoder(position, isBigEndian: isBigEndian)
            case .ascii: SingleByteDecoder(position, isASCII: true)
            case .windows1252: SingleByteDecoder(position, isASCII: false)
            }
        pending = Array(first.dropFirst(markBytes))
        head = try decoded()
    }

    /// The next text, at least one byte; empty at the end.
    ///
    /// - Throws: ``EtudeError`` with code `data` for bytes that are no text and for a gzip file that expands too far or is
    ///   damaged; `io` where reading fails.
    public func read() throws(EtudeError) -> [UInt8] {
        guard isHeadGiven else {
            isHeadGiven = true
            return head
        }
        return try decoded()
    }

    private func decoded() throws(EtudeError) -> [UInt8] {
        while true {
            let bytes = pending.isEmpty ? try source.read() : pending
            pending = []
            guard !bytes.isEmpty else {
                try decoder.finish()
                return []
            }
            let text = try decoder.decode(bytes)
            guard text.isEmpty else { return text }
        }
    }

    private static func head(of source: any ByteReader) throws(EtudeError) -> [UInt8] {
        var head = try source.read()
        while head.count < headBytes {
            let more = try source.read()
            guard !more.isEmpty else { break }
            head += more
        }
        return head
    }
}

@available(*, unavailable)
extension SourceFile: Sendable {}
