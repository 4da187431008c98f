/// A set of scalars in which those of ASCII are a bit each, so that plain text is searched without hashing.
struct ScalarSet: Sendable {
    private let plain: UInt128
    private let others: Set<Unicode.Scalar>

    /// The scalars of a text.
    init(_ text: String) {
        let scalars = text.unicodeScalars
        plain = scalars.reduce(0) { $1.isASCII ? $0 | 1 << UInt128($1.value) : $0 }
        others = Set(scalars.filter { !$0.isASCII })
    }

    private init(plain: UInt128, others: Set<Unicode.Scalar>) {
        self.plain = plain
        self.others = others
    }

    /// The scalars of both sets.
    func union(_ other: ScalarSet) -> ScalarSet {
        ScalarSet(plain: plain | other.plain, others: others.union(other.others))
    }

    /// Whether a scalar is in the set.
    func contains(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? plain >> UInt128(scalar.value) & 1 == 1 : others.contains(scalar)
    }
}
