import Foundation

/// The numbers by which a model says what a text means: texts that mean much the same have vectors of much the same direction.
public struct Embedding: Sendable, Hashable {
    /// The numbers.
    public let values: [Float]

    /// An embedding; nil where there are no numbers, or one is not finite, or all are zero.
    public init?(_ values: [Float]) {
        guard values.allSatisfy(\.isFinite), values.contains(where: { $0 != 0 }) else { return nil }
        self.values = values
    }

    /// Reads the Base64 of numbers of 32 bits, little-endian, as servers write it; nil for anything else.
    public init?(base64: String) {
        guard let bytes = Data(base64Encoded: base64).map(Array.init), bytes.count % 4 == 0 else { return nil }
        self.init(
            stride(from: 0, to: bytes.count, by: 4).map { start in
                Float(bitPattern: bytes[start..<start + 4].reversed().reduce(0) { $0 << 8 | UInt32($1) })
            }
        )
    }

    /// The text of an answer that holds the embedding.
    public var base64: String {
        let bytes = values.flatMap { value in
            stride(from: 0 as UInt32, to: 32, by: 8).map { UInt8(truncatingIfNeeded: value.bitPattern >> $0) }
        }
        return Data(bytes).base64EncodedString()
    }
}
