import EtudeCore

/// Passes UTF-8 on, once it is checked: overlong forms, surrogates and control characters are refused.
struct UTF8Decoder: TextDecoder {
    private var position: TextPosition
    /// The first bytes of a character that goes on in the next chunk.
    private var rest: [UInt8] = []

    init(_ position: TextPosition) {
        self.position = position
    }

    mutating func decode(_ bytes: [UInt8]) throws(EtudeError) -> [UInt8] {
        var text = rest.isEmpty ? bytes : rest + bytes
        let end = Self.endOfWhole(text)
        rest = Array(text[end...])
        text.removeLast(text.count - end)
        try check(text.span)
        position.advance(over: text.span, bytes: text.count)
        return text
    }

    func finish() throws(EtudeError) {
        guard rest.isEmpty else { throw position.truncated() }
    }

    private func check(_ text: Span<UInt8>) throws(EtudeError) {
        var place = position
        do {
            _ = try UTF8Span(validating: text)
        } catch {
            place.advance(over: text.extracting(..<error.byteOffsets.lowerBound), bytes: error.byteOffsets.lowerBound)
            throw place.invalid("UTF-8")
        }
        guard let control = ControlCharacter.first(in: text) else { return }
        place.advance(over: text.extracting(..<control), bytes: control)
        throw place.control(text[control] == 0xC2 ? UInt32(text[control + 1]) : UInt32(text[control]))
    }

    /// Where the last character begins if it goes on behind the text; else the text's end.
    private static func endOfWhole(_ text: [UInt8]) -> Int {
        for back in 1...3 where back <= text.count {
            let byte = text[text.count - back]
            if byte < 0x80 { break }
            if (0xC2...0xF4).contains(byte) {
                let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                return length > back ? text.count - back : text.count
            }
        }
        return text.count
    }
}
