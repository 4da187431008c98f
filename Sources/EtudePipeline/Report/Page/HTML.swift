/// Pieces of a page, in which everything that models or users wrote is words and nothing of it markup.
enum HTML {
    /// Words in one line, as text or inside a quoted attribute.
    static func escaped(_ words: String) -> String {
        var result = ""
        for scalar in ReportSection.line(words).unicodeScalars { append(scalar, to: &result) }
        return result
    }

    /// Words in one line whose direction of writing does not reach beyond them, cut where they are long.
    static func words(_ words: String, atMost most: Int = 300) -> String {
        let (text, left) = cut(words, atMost: most)
        return "<bdi>\(escaped(text))\(left > 0 ? "…" : "")</bdi>"
    }

    /// A text with its lines, cut where it is long.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - most: about how many bytes of the page it may have.
    /// - Returns: the text, and how much of it is left out.
    static func text(_ text: String, atMost most: Int) -> String {
        let (shown, left) = cut(text, atMost: most)
        var result = #"<div class="text" dir="auto">"#
        for scalar in shown.unicodeScalars {
            if scalar == "\n" || scalar == "\t" {
                result.unicodeScalars.append(scalar)
            } else {
                append(scalar, to: &result)
            }
        }
        result += "</div>"
        guard left > 0 else { return result }
        return result + paragraph("… \(ReportNumber.grouped(left)) more characters are not shown.", class: "note")
    }

    /// A sentence or more of our own.
    static func paragraph(_ words: String, class name: String? = nil) -> String {
        "<p\(name.map { " class=\"\($0)\"" } ?? "")>\(escaped(words))</p>"
    }

    /// A list of sentences.
    static func list(_ sentences: [String]) -> String {
        "<ul>\n" + sentences.map { "<li>\(escaped($0))</li>" }.joined(separator: "\n") + "\n</ul>"
    }

    /// A part of the page that the reader opens.
    static func details(_ summary: String, _ parts: [String]) -> String {
        "<details><summary>\(summary)</summary>\n" + parts.joined(separator: "\n") + "\n</details>"
    }

    /// Something wider than a narrow screen, which scrolls by itself, with the keyboard too.
    static func scrolling(_ part: String, label: String) -> String {
        "<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"\(escaped(label))\">\n\(part)\n</div>"
    }

    /// The start of a text that needs about so many bytes of a page, and how many scalars of it are left.
    private static func cut(_ text: String, atMost most: Int) -> (text: String, left: Int) {
        var (room, kept) = (most, String.UnicodeScalarView())
        var left = 0
        for scalar in text.unicodeScalars {
            room -= size(of: scalar)
            if room >= 0 { kept.append(scalar) } else { left += 1 }
        }
        return (String(kept), left)
    }

    private static func size(of scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "&", "<", ">", "\"", "'": 6
        case "\n", "\t": 1
        default: isHidden(scalar) ? 10 : UTF8.width(scalar)
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        case _ where isHidden(scalar): result += "\\u{\(String(scalar.value, radix: 16))}"
        default: result.unicodeScalars.append(scalar)
        }
    }

    /// Whether a reader would not see a sign, or see others in another order for it: controls, marks and overrides of direction,
    /// blanks without width, tags, and what is no character.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFDD0...0xFDEF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}
