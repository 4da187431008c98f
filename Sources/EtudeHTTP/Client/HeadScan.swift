/// Counts the bytes of a reply's head, from the status line to the empty line; interim replies (1xx) count along.
struct HeadScan: Sendable {
    /// The bytes so far.
    private(set) var count = 0
    private var isDone = false
    private var lineLength = 0
    private var isInterim = false
    private var column = 0

    /// Takes the next bytes of the reply; those of the body are passed over.
    mutating func read(_ bytes: some Sequence<UInt8>) {
        guard !isDone else { return }
        for byte in bytes {
            count += 1
            // The first figure of the status follows "HTTP/1.1 ".
            if column == 9 { isInterim = byte == UInt8(ascii: "1") }
            column += 1
            switch byte {
            case UInt8(ascii: "\r"): continue
            case UInt8(ascii: "\n") where lineLength > 0: lineLength = 0
            case UInt8(ascii: "\n"):
                guard isInterim else {
                    isDone = true
                    return
                }
                column = 0
            default: lineLength += 1
            }
        }
    }
}
