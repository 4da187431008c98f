import EtudeText
import Foundation

/// Whether a quotation stands in a text.
///
/// Blanks of any kind and number, the shapes of quotation marks and dashes, capitals and invisible signs make no difference.
/// Quotation marks around the whole are taken off. Pieces joined by an ellipsis have to stand in the text in their order.
struct Quotation {
    /// What an ellipsis becomes, a byte that no text has.
    private static let ellipsis: UInt8 = 0xFF
    private static let blank = UInt8(ascii: " ")

    private let text: [UInt8]

    /// Prepares a text.
    init(of text: String) {
        self.text = Self.folded(text)
    }

    /// Whether some evidence quotes anything.
    static func isEmpty(_ evidence: String) -> Bool {
        !evidence.contains { $0.isLetter || $0.isNumber }
    }

    /// Whether some evidence stands in the text, one that quotes nothing included.
    func holds(_ evidence: String) -> Bool {
        var start = 0
        for piece in Self.pieces(of: evidence) {
            guard let place = TextSearch.position(of: piece.span, in: text.span.extracting(start...)) else {
                return false
            }
            start += place + piece.count
        }
        return true
    }

    /// The pieces between ellipses that hold a letter or digit.
    private static func pieces(of evidence: String) -> [ArraySlice<UInt8>] {
        folded(evidence).split(separator: ellipsis).map(trimmed).filter {
            !isEmpty(String(decoding: $0, as: UTF8.self))
        }
    }

    /// A piece without blanks, quotation marks and brackets around it.
    private static func trimmed(_ piece: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let signs = " \"'[]()".utf8
        var piece = piece.drop { signs.contains($0) }
        while let last = piece.last, signs.contains(last) { piece.removeLast() }
        return piece
    }

    /// Small letters in normalization form C, one kind of blank, quotation mark and dash, and no invisible signs; three full
    /// stops are an ellipsis.
    private static func folded(_ text: String) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        let isPlain = TextSearch.isASCII(text[...])
        for scalar in (isPlain ? text : text.precomposedStringWithCanonicalMapping).unicodeScalars {
            switch scalar {
            case "A"..."Z": folded.append(UInt8(scalar.value) | 0x20)
            case "." where folded.suffix(2) == [0x2E, 0x2E]:
                folded.removeLast(2)
                folded.append(ellipsis)
            case "…": folded.append(ellipsis)
            case " ", "\t"..."\r":
                if folded.last != blank { folded.append(blank) }
            case "`": folded.append(UInt8(ascii: "'"))
            case "\0"..."\u{7F}": folded.append(UInt8(scalar.value))
            default: append(scalar, to: &folded)
            }
        }
        return folded
    }

    private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
        switch scalar {
        case "“", "”", "„", "‟", "«", "»", "「", "」", "『", "』", "＂": folded.append(UInt8(ascii: "\""))
        case "‘", "’", "‚", "‛", "ʼ", "´", "＇": folded.append(UInt8(ascii: "'"))
        case "–", "—", "―", "‐", "‑", "−": folded.append(UInt8(ascii: "-"))
        case _ where SignFolding.isInvisible(scalar): break
        case _ where scalar.properties.isWhitespace:
            if folded.last != blank { folded.append(blank) }
        default: folded += scalar.properties.lowercaseMapping.utf8
        }
    }
}
