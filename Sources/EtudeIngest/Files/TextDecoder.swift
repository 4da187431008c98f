import EtudeCore

/// Turns the bytes of a file, chunk by chunk, into UTF-8, and refuses what is no text.
protocol TextDecoder {
    /// The text of some bytes; a character that they cut in two comes with the next.
    mutating func decode(_ bytes: [UInt8]) throws(EtudeError) -> [UInt8]

    /// Refuses a character that was cut off by the end of the file.
    func finish() throws(EtudeError)
}
