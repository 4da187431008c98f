import EtudeModel
import Testing

@Suite struct BillingTests {
    private let size = RequestSize(input: 100, mostInput: 300, mostOutput: 50)
    private let price = TokenPrice(input: 0.5, output: 2)

    @Test func `The worst case is every byte of the request and the longest answer`() {
        #expect(Billing(size, price: price).worst == Spending(calls: 1, tokens: 350, money: 250))
        #expect(Billing(size, price: nil).worst == Spending(calls: 1, tokens: 350, money: 0))
    }

    @Test func `An answer costs what the provider counts`() {
        let answer = ChatAnswer(text: "Yes.", usage: TokenUsage(input: 90, output: 10), model: "m")
        let bill = Billing(size, price: price).bill(for: answer)
        #expect(bill.usage == TokenUsage(input: 90, output: 10))
        #expect(!bill.isEstimated)
        #expect(bill.cost == 65)
        #expect(bill.spending == Spending(calls: 1, tokens: 100, money: 65))
    }

    @Test func `Where the provider does not count, length is the measure`() {
        let answer = ChatAnswer(text: "123456", reasoning: "123", model: "m")
        let bill = Billing(size, price: nil).bill(for: answer)
        #expect(bill.usage == TokenUsage(input: 100, output: 3))
        #expect(bill.isEstimated)
        #expect(bill.cost == nil)
    }

    @Test(arguments: [FailureKind.server, .transport, .timeout, .invalidBody])
    func `A try that may be billed costs the worst case`(kind: FailureKind) {
        let billing = Billing(size, price: price)
        let bill = billing.bill(for: ModelFailure(kind, ""))
        #expect(bill.spending == billing.worst)
        #expect(bill.isEstimated)
    }

    @Test(arguments: [FailureKind.rateLimited, .overloaded, .badRequest, .authentication, .quota, .unreachable])
    func `A refused try costs nothing but a call`(kind: FailureKind) {
        let bill = Billing(size, price: price).bill(for: ModelFailure(kind, ""))
        #expect(bill.spending == Spending(calls: 1))
        #expect(!bill.isEstimated)
    }
}
