import EtudeCore

/// Some skills by their numbers, in sixteen bytes, so that those of a million rows take little room.
///
/// Up to six numbers below 2^20 stand in it as they are; more, or larger ones, by 126 bits of a SHA-256.
struct SkillTuple: Sendable, Hashable {
    private let value: UInt128

    /// A tuple of numbers, ascending, none negative.
    init(_ numbers: [Int]) {
        if numbers.count <= 6, numbers.allSatisfy({ $0 < 1 << 20 }) {
            value = numbers.reduce(UInt128(numbers.count)) { $0 << 20 | UInt128($1) }
        } else {
            let text = numbers.map(String.init).joined(separator: " ")
            value = SHA256.digest(of: text).leadingWords | 3 << 126
        }
    }
}
