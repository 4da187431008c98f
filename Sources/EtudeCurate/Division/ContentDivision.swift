public import EtudeCore
import EtudeText

/// Holds a part of rows out by what they hold, so that equal rows, or rows of one group, are on one side.
///
/// The side of a row follows from the seed and the row alone: it does not change when others are added, removed or put in
/// another order. The part is met by chance, as closely as that many coins would.
public struct ContentDivision: Sendable {
    private let fraction: Double
    private let salt: UInt64

    /// A division.
    ///
    /// - Parameters:
    ///   - fraction: the part that is held out, from 0 to 1.
    ///   - seed: what decides which.
    public init(fraction: Double, seed: Seed) {
        self.fraction = fraction
        salt = seed.child("split").value
    }

    /// The side of a row, or of a group of rows, by its bytes.
    public func side(of bytes: some Sequence<UInt8>) -> RowSide {
        let hash = TextHash.mixed(TextHash.hash(bytes) ^ salt)
        return Double(hash >> 11) * 0x1p-53 < fraction ? .heldOut : .train
    }
}
