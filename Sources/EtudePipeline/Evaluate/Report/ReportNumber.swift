/// How reports write numbers.
enum ReportNumber {
    /// A number in the manner of the papers' tables: so many digits behind the point, and no 0 before it.
    ///
    /// - Parameters:
    ///   - value: the number.
    ///   - digits: how many digits stand behind the point.
    /// - Returns: for example `.40`, `1.00`, `-.05`.
    static func short(_ value: Double, digits: Int = 2) -> String {
        let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
        let rounded = Int((value * Double(scale)).rounded())
        let whole = abs(rounded) / scale
        let rest = String(abs(rounded) % scale)
        let fraction = String(repeating: "0", count: digits - rest.count) + rest
        return (rounded < 0 ? "-" : "") + (whole == 0 ? "" : String(whole)) + "." + fraction
    }

    /// A difference, with its sign.
    static func signed(_ value: Double, digits: Int = 2) -> String {
        let text = short(value, digits: digits)
        return text.hasPrefix("-") ? text : "+\(text)"
    }

    /// A share in percent without decimals.
    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

    /// A share in percent with one decimal, such as `12.5%`; a dash of nothing.
    static func share(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let tenths = Int((Double(part) / Double(whole) * 1_000).rounded())
        return "\(tenths / 10).\(tenths % 10)%"
    }

    /// A whole number with a comma before every three digits, such as `12,345`.
    static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var result = number < 0 ? "-" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { result += "," }
            result.append(digit)
        }
        return result
    }

    /// A number with at most so many decimals, without zeros at its end.
    static func plain(_ value: Double, digits: Int = 3) -> String {
        let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
        let rounded = (value * scale).rounded() / scale
        guard rounded.magnitude < 1e15 else { return "\(value)" }
        return rounded == rounded.rounded() ? grouped(Int(rounded)) : "\(rounded)"
    }

    /// A number of things, such as `1 text` or `4 texts`.
    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
