import Glibc

/// The gamma function.
enum GammaFunction {
    /// Its natural logarithm, for a value above 0.
    ///
    /// The form of `lgamma` that also returns the sign: the other leaves it in a global variable, which threads share.
    static func logarithm(_ value: Double) -> Double {
        let (logarithm, _): (Double, Int) = lgamma(value)
        return logarithm
    }
}
