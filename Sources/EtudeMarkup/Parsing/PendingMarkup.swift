/// Watches what a push parser holds back, an unfinished tag above all, before it is parsed at once.
struct PendingMarkup {
    /// More blanks and quotes than this in a long tag are more attributes than any tag has.
    ///
    /// libxml2 compares each attribute of a tag with all others before anybody is asked.
    private static let separators = 8192
    private static let shortTag = 64 << 10

    /// How much of what is held back has been counted.
    private var counted = 0
    private var separators = 0
    private var held = 0

    /// Why what is held back is too much, if it is.
    ///
    /// - Parameters:
    ///   - bytes: what is held back now.
    ///   - limits: what may be held back.
    /// - Returns: a sentence, or nil.
    mutating func excess(_ bytes: UnsafeBufferPointer<UInt8>, limits: MarkupLimits) -> String? {
        let bytes = unsafe bytes
        // What is held back only ever grows, until it is parsed as a whole.
        if bytes.count < held { self = PendingMarkup() }
        held = bytes.count
        if held > limits.textBytes {
            return "A text, tag or comment is longer than \(limits.textBytes) bytes; cut it, or close what is open."
        }
        guard held > Self.shortTag, unsafe bytes[0] == UInt8(ascii: "<"),
            unsafe bytes[1] != UInt8(ascii: "!") && bytes[1] != UInt8(ascii: "?")
        else { return nil }
        for index in counted..<held {
            switch unsafe bytes[index] {
            case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: "\""), UInt8(ascii: "'"): separators += 1
            default: break
            }
        }
        counted = held
        guard separators > Self.separators else { return nil }
        return "A tag has more than \(limits.attributes) attributes; write them as elements."
    }
}
