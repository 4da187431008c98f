import EtudeCore
import EtudeStore
import Testing

@testable import EtudeIngest

/// Gives bytes in chunks of a few.
final class SmallChunks: ByteReader {
    private var rest: ArraySlice<UInt8>
    private let size: Int

    init(_ bytes: [UInt8], size: Int) {
        rest = bytes[...]
        self.size = size
    }

    func read() -> [UInt8] {
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
    }
}

@available(*, unavailable)
extension SmallChunks: Sendable {}

/// The text that a source makes of bytes.
func sourceText(_ bytes: [UInt8], chunks: Int = 7, limits: GzipLimits = SourceFile.limits) throws -> String {
    let file = try SourceFile(SmallChunks(bytes, size: chunks), file: "f", limits: limits)
    var text: [UInt8] = []
    while true {
        let more = try file.read()
        guard !more.isEmpty else { break }
        text += more
    }
    return try #require(String(validating: text, as: UTF8.self))
}

func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var writer = GzipWriter()
    let start = writer.append(bytes)
    return start + writer.finish().bytes
}

/// The bytes of a text in UTF-16.
func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { isBigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
}

@Suite struct SourceFileTests {
    private static let text = "name\nCafé, 東京, 𝒳 and ﬁ\r\n" + String(repeating: "long lines of ünïcödé 😀\n", count: 400)

    @Test(arguments: [1, 7, 4096, 1 << 20])
    func `UTF-8 and UTF-16 come out alike, however they are cut`(size: Int) throws {
        let text = Self.text
        #expect(try sourceText(Array(text.utf8), chunks: size) == text)
        #expect(try sourceText([0xEF, 0xBB, 0xBF] + Array(text.utf8), chunks: size) == text)
        #expect(try sourceText([0xFF, 0xFE] + utf16(text, isBigEndian: false), chunks: size) == text)
        #expect(try sourceText([0xFE, 0xFF] + utf16(text, isBigEndian: true), chunks: size) == text)
        #expect(try sourceText(utf16(text, isBigEndian: false), chunks: size) == text)
        #expect(try sourceText(utf16(text, isBigEndian: true), chunks: size) == text)
        #expect(try sourceText(gzip(Array(text.utf8)), chunks: size) == text)
        #expect(try sourceText(gzip(utf16(text, isBigEndian: true)), chunks: size) == text)
    }

    @Test(arguments: [
        "<?xml version='1.0' encoding='ISO-8859-1'?><a>", "<?xml version=\"1.0\" encoding = \"windows-1252\" ?><a>",
        "<!DOCTYPE html><html><meta charset=latin1>", "<html><META http-equiv=x content='text/html; charset=cp1252'>",
        "<html><!-- <meta charset=utf-7> --><meta charset=\"iso-8859-1\">",
    ])
    func `a declared encoding is read`(start: String) throws {
        #expect(try sourceText(Array(start.utf8) + [0x43, 0xE9, 0x80, 0x93]) == start + "Cé€“")
    }

    @Test func `a mark and valid UTF-8 in a text that declares nothing are what they are`() throws {
        let html = "<html><body>charset=utf-7 é"
        #expect(try sourceText(Array(html.utf8)) == html)
        let xml = "<?xml version='1.0' encoding='utf-16'?><a/>"
        #expect(try sourceText([0xFF, 0xFE] + utf16(xml, isBigEndian: false)) == xml)
    }

    @Test func `the text of an empty file is empty`() throws {
        #expect(try sourceText([]) == "")
        #expect(try sourceText([0xEF, 0xBB, 0xBF]) == "")
        #expect(try sourceText(gzip([])) == "")
    }

    private static let kilobyte = Array(repeating: UInt8(ascii: "a"), count: 1023) + [0x0A]

    static let refused: [(name: String, bytes: [UInt8], words: String, line: Int?)] = [
        ("invalid byte", Array("ab\ncd".utf8) + [0xFF, 0x41], "offset 5 are not valid UTF-8", 2),
        ("overlong slash", [0x41, 0xC0, 0xAF], "offset 1 are not valid UTF-8", 1),
        ("overlong NUL", [0x41, 0xC0, 0x80], "not valid UTF-8", 1),
        ("overlong three bytes", [0x41, 0xE0, 0x80, 0xAF], "not valid UTF-8", 1),
        ("surrogate in UTF-8", [0x41, 0xED, 0xA0, 0x80, 0x41], "not valid UTF-8", 1),
        ("above U+10FFFF", [0x41, 0xF4, 0x90, 0x80, 0x80], "not valid UTF-8", 1),
        ("lone continuation", [0x80], "offset 0 are not valid UTF-8", 1),
        ("cut character", Array("ab".utf8) + [0xE2, 0x82], "ends in the middle of a character, at offset 2", 1),
        ("late invalid byte", kilobyte + kilobyte + [0xFE], "offset 2048 are not valid UTF-8", 3),
        ("NUL", Array("a\nb".utf8) + [0], "U+0000 stands at offset 3", 2),
        ("escape", Array("a".utf8) + [0x1B] + Array("[31m".utf8), "U+001B", 1),
        ("form feed", [0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x0C], "U+000C stands at offset 7", 1),
        ("delete", Array("abcdefghij".utf8) + [0x7F], "U+007F", 1),
        ("C1 control", Array("abcdefg".utf8) + [0xC2, 0x85], "U+0085", 1),
        ("lone surrogate in UTF-16", [0xFF, 0xFE, 0x41, 0, 0, 0xDC], "offset 4 are not valid UTF-16", 1),
        ("unpaired high surrogate", [0xFF, 0xFE, 0, 0xD8, 0x41, 0], "not valid UTF-16", 1),
        ("odd UTF-16", [0xFF, 0xFE, 0x41, 0, 0x42], "middle of a character", 1),
        ("UTF-16 cut in a pair", [0xFE, 0xFF, 0, 0x41, 0xD8, 0x3D], "middle of a character", 1),
        ("NUL in UTF-16", [0xFF, 0xFE, 0x41, 0, 0, 0], "U+0000", 1),
        ("UTF-32 with a mark", [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], "UTF-32", 1),
        ("UTF-32 without a mark", [0, 0, 0, 0x3C, 0, 0, 0, 0x61], "UTF-32", 1),
        ("UTF-7 with a mark", Array("+/v8-name".utf8), "UTF-7", 1),
        ("declared UTF-7", Array("<?xml version='1.0' encoding='UTF-7'?>+ADw-a+AD4-".utf8), "utf-7", 1),
        ("declared Shift_JIS", Array("<meta charset=Shift_JIS>".utf8), "shift_jis", 1),
        ("declared ASCII that is not", Array("<?xml version='1.0' encoding='us-ascii'?>é".utf8), "US-ASCII", 1),
        ("a byte that code page 1252 lacks", Array("<meta charset=cp1252>".utf8) + [0x81], "Windows-1252", 1),
        ("doubly gzipped", gzip(gzip(Array("a".utf8))), "gzip file in a gzip file", nil),
        ("zip", [0x50, 0x4B, 3, 4] + kilobyte, "unzip", nil),
        ("zip in gzip", gzip([0x50, 0x4B, 3, 4] + kilobyte), "unzip", nil),
        ("zstd", [0x28, 0xB5, 0x2F, 0xFD, 0], "zstd -d", nil),
        ("bzip2", Array("BZh91AY".utf8), "bunzip2", nil),
        ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "unxz", nil),
        ("PDF", Array("%PDF-1.7".utf8), "PDF", nil),
        ("old Office", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "Office", nil),
        ("tar in gzip", gzip(Array(repeating: 0x61, count: 257) + Array("ustar".utf8) + kilobyte), "tar", nil),
        ("gzip cut off", Array(gzip(kilobyte).dropLast(5)), "in the middle of a gzip member", nil),
        ("gzip with a wrong sum", Array(gzip(kilobyte).dropLast(8)) + Array(repeating: 0, count: 8), "damaged", nil),
        ("gzip with a tail", gzip(kilobyte) + Array("tail".utf8), "no gzip member", nil),
        (
            "gzip bomb", gzip(Array(repeating: 0x20, count: 3_000_000)), "200 times its size", nil
        ),
    ]

    @Test(arguments: refused.indices)
    func `what is no text is refused in one sentence with its offset`(index: Int) throws {
        let (name, bytes, words, line) = Self.refused[index]
        for size in [1, 5, 1 << 20] where size > 1 || bytes.count < 5000 {
            let error = #expect(throws: EtudeError.self, "\(name)") { try sourceText(bytes, chunks: size) }
            #expect(error?.code == .data, "\(name)")
            #expect(
                error?.message.lowercased().contains(words.lowercased()) == true,
                "\(name): \(error?.message ?? "")"
            )
            #expect(error?.message.contains(". ") == false && error?.message.contains("\n") == false, "\(name)")
            #expect(
                error?.place?.file == "f" && error?.place?.line == line,
                "\(name): \(error?.place?.description ?? "")"
            )
        }
    }

    @Test func `no byte of a two-byte window goes unchecked`() throws {
        // A control character at any place of a text is found, whatever stands before it.
        for count in 0..<40 {
            for control in [[0x00], [0x1F], [0x7F], [0xC2, 0x9F]] as [[UInt8]] {
                let bytes = Array(repeating: UInt8(ascii: "\n"), count: count) + control + Array("\u{A0} end ©".utf8)
                #expect(throws: EtudeError.self) { try sourceText(bytes, chunks: 1 << 20) }
            }
            let fine = Array(repeating: UInt8(ascii: "x"), count: count) + Array("\t\r\n\u{A0}©¿~ÿ ".utf8)
            #expect(try sourceText(fine, chunks: 1 << 20).utf8.count == fine.count)
        }
    }
}
