import EtudeCore
import EtudeModel
import EtudeSample

/// What a plan would come to: calls, tokens and money, beside the budget.
struct ExpectedCost {
    private let spending: Spending
    private let budget: BudgetSpec
    /// The currency of the money; nil where no price is known.
    private let currency: String?
    private let isPartial: Bool

    init(_ estimates: [CellEstimate], exposure: ExposureEstimate?, plan: PipelinePlan) {
        budget = plan.spec.budget
        let judges = plan.spec.judge.panel.map { plan.spec.model($0)?.price }
        let teacher = plan.spec.model(plan.spec.generate.model)?.price
        let prices = [teacher] + judges
        currency = prices.compactMap(\.?.currency).first
        isPartial = plan.usedModels.compactMap(plan.spec.model).contains { $0.provider.isRemote && $0.price == nil }
        let write = estimates.map { estimate in
            teacher?.token.cost(input: estimate.writing.input, output: estimate.writing.output) ?? 0
        }
        let mark = estimates.map { estimate in
            judges.map { $0?.token.cost(input: estimate.marking.input, output: estimate.marking.output) ?? 0 }
                .reduce(0, +)
        }
        let audit = judges.map { judge in
            exposure.map { judge?.token.cost(input: $0.tokens.input, output: $0.tokens.output) ?? 0 } ?? 0
        }
        let embedder = plan.spec.deduplicate.semantic.map { plan.spec.model($0.model)?.price }
        let embedded = embedder == nil ? [] : estimates.filter { $0.drafts > 0 }
        // An embedded text is about 30 tokens a skill.
        let texts = embedded.map { $0.planned.cell.rows * 30 * $0.planned.cell.k }.reduce(0, +)
        let embed = (embedder ?? nil)?.token.cost(input: texts, output: 0) ?? 0
        spending = Spending(
            calls: (estimates.map(\.calls) + embedded.map(\.planned.cell.rows)).reduce(exposure?.calls ?? 0, +),
            tokens: estimates.map(\.tokens).reduce((exposure?.tokens.sum ?? 0) * judges.count + texts, +),
            money: (write + mark + audit).reduce(embed, +)
        )
    }

    /// For people.
    var lines: [String] {
        var total = "In all about \(spending.calls) calls, \(spending.tokens) tokens"
        if let money {
            total += ", about \(money) \(currency ?? "")"
            if isPartial { total += " without the models whose price is not given" }
        }
        let beyond = BudgetScope.allCases.filter { scope in budget.limits[scope].map { !$0.holds(spending) } ?? false }
        return [total + "."]
            + beyond.map {
                "That is more than budget.\($0.rawValue) allows: the run will stop before its end, with exit 3."
            }
    }

    /// For programs.
    var json: JSONValue {
        [
            "calls": .int(spending.calls), "tokens": .int(spending.tokens),
            "money": money.map(JSONValue.double) ?? .null, "currency": currency.map(JSONValue.string) ?? .null,
        ]
    }

    private var money: Double? { currency.map { _ in (spending.money * 100).rounded() / 100 } }
}
