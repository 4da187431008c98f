/// Reads an accept rule by recursive descent.
///
///     condition  = both ("or" both)*
///     both       = single ("and" single)*
///     single     = "not" single | comparison
///     comparison = sum [("==" | "!=" | "<" | "<=" | ">" | ">=") sum]
///     sum        = ["-"] atom (("+" | "-") atom)*
///     atom       = number | name | "(" condition ")"
struct AcceptParser {
    /// What a part of a rule stands for, and where it begins.
    private struct Part {
        enum Value {
            case condition(AcceptCondition)
            case number(AcceptNumber)
        }

        let value: Value
        let position: Int
    }

    /// The ids that the rule names, with the place of each.
    private(set) var named: [(id: String, position: Int)] = []
    private let rule: String
    private var tokens: ArraySlice<AcceptToken>

    /// A parser of a rule.
    init(_ rule: String) throws(EtudeError) {
        self.rule = rule
        tokens = try AcceptToken.all(in: rule)[...]
    }

    /// The condition that the whole rule is.
    mutating func parse() throws(EtudeError) -> AcceptCondition {
        let condition = try condition(try either())
        guard let rest = tokens.first else { return condition }
        throw failure(rest.position, "`\(rest.text)` is too much here; join conditions by `and` or `or`.")
    }

    private mutating func either() throws(EtudeError) -> Part {
        var left = try both()
        while take("or") {
            left = Part(value: .condition(.or(try condition(left), try condition(try both()))), position: left.position)
        }
        return left
    }

    private mutating func both() throws(EtudeError) -> Part {
        var left = try single()
        while take("and") {
            left = Part(
                value: .condition(.and(try condition(left), try condition(try single()))),
                position: left.position
            )
        }
        return left
    }

    private mutating func single() throws(EtudeError) -> Part {
        let position = tokens.first?.position ?? 1
        guard take("not") else { return try comparison() }
        return Part(value: .condition(.not(try condition(try single()))), position: position)
    }

    private mutating func comparison() throws(EtudeError) -> Part {
        let left = try sum()
        guard case .comparison(let comparison)? = tokens.first?.kind else { return left }
        tokens.removeFirst()
        let condition = AcceptCondition.comparison(try number(left), comparison, try number(try sum()))
        if case .comparison? = tokens.first?.kind, let next = tokens.first {
            throw failure(next.position, "Comparisons do not chain; write `a < b and b < c`.")
        }
        return Part(value: .condition(condition), position: left.position)
    }

    private mutating func sum() throws(EtudeError) -> Part {
        let start = tokens.first?.position ?? 1
        var left =
            take(.minus)
            ? Part(value: .number(.difference(.literal(0), try number(try atom()))), position: start)
            : try atom()
        while let sign = tokens.first?.kind, sign == .plus || sign == .minus {
            tokens.removeFirst()
            let (first, second) = (try number(left), try number(try atom()))
            left = Part(
                value: .number(sign == .plus ? .sum(first, second) : .difference(first, second)),
                position: left.position
            )
        }
        return left
    }

    private mutating func atom() throws(EtudeError) -> Part {
        guard let token = tokens.popFirst() else {
            throw failure(rule.count + 1, "The rule ends where a number, a name or a condition is expected.")
        }
        switch token.kind {
        case .number(let number): return Part(value: .number(.literal(number)), position: token.position)
        case .name(let name) where !["and", "or", "not"].contains(name):
            if let count = AcceptCount(rawValue: name) {
                return Part(value: .number(.count(count)), position: token.position)
            }
            let id = String(name.map { $0 == "_" ? "-" : $0 })
            named.append((id, token.position))
            return Part(value: .condition(.passes(id)), position: token.position)
        case .open:
            let inner = try either()
            guard take(.close) else {
                throw failure(token.position, "This bracket is opened and not closed; write `)` after it.")
            }
            return inner
        default:
            throw failure(
                token.position,
                "`\(token.text)` stands where a number, a name or a condition is expected."
            )
        }
    }

    private func condition(_ part: Part) throws(EtudeError) -> AcceptCondition {
        guard case .condition(let condition) = part.value else {
            throw failure(part.position, "A number is no condition; compare it, as in `skills >= k - 1`.")
        }
        return condition
    }

    private func number(_ part: Part) throws(EtudeError) -> AcceptNumber {
        guard case .number(let number) = part.value else {
            throw failure(
                part.position,
                "A criterion or condition is no number; numbers are "
                    + "\(AcceptCount.allCases.map(\.rawValue).joined(separator: ", ")) and digits."
            )
        }
        return number
    }

    private mutating func take(_ word: String) -> Bool { take(.name(word)) }

    private mutating func take(_ kind: AcceptToken.Kind) -> Bool {
        guard tokens.first?.kind == kind else { return false }
        tokens.removeFirst()
        return true
    }

    private func failure(_ position: Int, _ message: String) -> EtudeError {
        AcceptRule.failure(rule, at: position, message)
    }
}
