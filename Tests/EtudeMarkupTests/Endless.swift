import EtudeCore
import Testing

/// A document that goes on until somebody refuses it.
enum Endless {
    /// How many bytes a parser takes before it refuses.
    static func fed(_ start: String, _ rest: String, to parse: ([UInt8]) throws(EtudeError) -> Void) throws -> Int {
        let piece = Array(String(repeating: rest, count: (32 << 10) / rest.utf8.count).utf8)
        var fed = 0
        #expect(throws: EtudeError.self) {
            try parse(Array(start.utf8))
            while fed < 4 << 20 {
                try parse(piece)
                fed += piece.count
            }
        }
        return fed
    }
}
