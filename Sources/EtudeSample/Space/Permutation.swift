public import EtudeCore

/// A seeded permutation of 0..<size that needs no memory: any position gives its rank at once, and back.
///
/// A balanced Feistel network permutes the smallest domain of 2^(2h) numbers that holds all; a result outside 0..<size is
/// put through the network again until it falls inside ("cycle walking", Black and Rogaway 2002: at most four steps on
/// average, as the domain is less than four times the size). The round function is the finalizer of SplitMix64 over half + round
/// key, of which the upper h bits count; keys are the first outputs of ``SeededGenerator``. Four rounds suffice for large
/// halves (Luby and Rackoff 1988), but small spaces have halves of a few bits, where six are the least (Patarin 2004) and
/// format-preserving encryption takes eight (NIST SP 800-38G, FF3); so do we: it costs nanoseconds, and a plan needs
/// evenness, not secrecy.
public struct Permutation: Sendable, Hashable {
    static let rounds = 8

    /// How many numbers are permuted.
    public let size: UInt128

    private let halfBits: UInt64
    private let keys: [UInt64]

    /// The permutation of a size and a seed.
    ///
    /// - Parameters:
    ///   - size: 1 to 2^127.
    ///   - seed: another seed gives another permutation.
    public init(size: UInt128, seed: Seed) {
        precondition(size >= 1 && size <= 1 << 127, "A permutation has between 1 and 2^127 numbers.")
        self.size = size
        let bits = UInt128.bitWidth - (size - 1).leadingZeroBitCount
        halfBits = UInt64(max(1, (bits + 1) / 2))
        var generator = SeededGenerator(seed: seed)
        keys = (0..<Self.rounds).map { _ in generator.next() }
    }

    /// The rank at a position.
    ///
    /// - Parameter position: a number below ``size``.
    /// - Returns: a number below ``size``.
    public func rank(at position: UInt128) -> UInt128 {
        walk(from: position) { left, right in
            for key in keys {
                (left, right) = (right, left ^ mix(right &+ key))
            }
        }
    }

    /// The position that has a rank: the inverse of ``rank(at:)``.
    ///
    /// - Parameter rank: a number below ``size``.
    /// - Returns: a number below ``size``.
    public func position(of rank: UInt128) -> UInt128 {
        walk(from: rank) { left, right in
            for key in keys.reversed() {
                (left, right) = (right ^ mix(left &+ key), left)
            }
        }
    }

    private func walk(from start: UInt128, _ network: (inout UInt64, inout UInt64) -> Void) -> UInt128 {
        precondition(start < size, "A position lies inside its permutation.")
        let mask = UInt64.max >> (64 - halfBits)
        var value = start
        repeat {
            var left = UInt64(truncatingIfNeeded: value >> UInt128(halfBits))
            var right = UInt64(truncatingIfNeeded: value) & mask
            network(&left, &right)
            value = UInt128(left) << UInt128(halfBits) | UInt128(right)
        } while value >= size
        return value
    }

    private func mix(_ input: UInt64) -> UInt64 {
        var mixed = (input ^ (input >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ (mixed >> 31)) >> (64 - halfBits)
    }
}
