import EtudeCore
import EtudeJudge
import Testing

struct AgreementTests {
    @Test func `the worked example of Cohen's kappa comes out`() throws {
        // Two readers of 50 grants: both yes 20, first alone 5, second alone 10, both no 15.
        var table = RatingTable(raters: 2, categories: 2)
        for (first, second, count) in [(1, 1, 20), (1, 0, 5), (0, 1, 10), (0, 0, 15)] {
            for _ in 0..<count { table.add([first, second]) }
        }
        #expect(abs(try #require(CohensKappa.of(table)) - 0.4) < 1e-12)
        #expect(PercentAgreement.of(table) == 0.7)
        #expect(table.crossed(1, 0) == 5)
    }

    @Test(arguments: [
        [], [[Int?.some(1), nil]], [[1, 1], [1, 1]], [[nil, nil], [0, nil]],
    ])
    func `without variation or without pairs kappa and alpha are undefined, not zero`(items: [[Int?]]) {
        var table = RatingTable(raters: 2, categories: 2)
        for item in items { table.add(item) }
        #expect(CohensKappa.of(table) == nil)
        #expect(FleissKappa.of(table) == nil)
        #expect(KrippendorffAlpha.of(table) == nil)
    }

    @Test func `a table of one rater has no agreement`() {
        let table = RatingTable(raters: 1, items: [[.pass], [.fail]])
        #expect(PercentAgreement.of(table) == nil)
        #expect(CohensKappa.of(table) == nil)
        #expect(FleissKappa.of(table) == nil)
        #expect(KrippendorffAlpha.of(table) == nil)
    }

    @Test func `an unknown mark is no rating`() {
        let table = RatingTable(raters: 3, items: [[.pass, .unknown, .pass], [.unknown, .unknown, .fail], [.fail]])
        #expect(table.items(withRatings: 2) == 1)
        #expect(table.items(withRatings: 1) == 2)
        #expect(table.pairedItems == 1)
    }

    @Test func `equal items are counted once each and give the table that single items give`() {
        var items = RatedItems(raters: 2, categories: 2)
        var table = RatingTable(raters: 2, categories: 2)
        for ratings in [[1, 1], [0, 1], [1, 1], [nil, 1], [0, 0]] as [[Int?]] {
            var item = RatingTable(raters: 2, categories: 2)
            item.add(ratings)
            items.add(item)
            table.add(ratings)
        }
        #expect(items.total == table)
        #expect(items.count == 5)
    }

    @Test func `raters of known agreement are measured, and the interval narrows with the items`() throws {
        // Each mark is the truth but for one in ten, so two raters agree in 0.82.
        func agreement(_ count: Int) -> Agreement {
            var generator = SeededGenerator(seed: Seed(7))
            var items = RatedItems(raters: 3, categories: 2)
            for _ in 0..<count {
                let truth = generator.below(2)
                var item = RatingTable(raters: 3, categories: 2)
                item.add((0..<3).map { _ in generator.unit() < 0.1 ? 1 - truth : truth })
                items.add(item)
            }
            return Agreement(items, seed: Seed(1), resamples: 500)
        }
        let (few, many) = (agreement(100), agreement(10_000))
        for (estimate, truth) in [(many.percent, 0.82), (many.kappa, 0.64), (many.alpha, 0.64)] {
            let interval = try #require(estimate?.interval)
            #expect(interval.contains(truth))
            #expect(interval.upper - interval.lower < 0.04)
        }
        let wide = try #require(few.kappa?.interval)
        #expect(wide.upper - wide.lower > 0.15)
        #expect(few == agreement(100))
        #expect(many.items == 10_000)
    }

    @Test func `marks that hang together widen the interval`() throws {
        // Ten marks a text which all agree or all differ say no more than one.
        func interval(together: Bool) throws -> ConfidenceInterval {
            var items = RatedItems(raters: 2, categories: 2)
            for text in 0..<100 {
                var item = RatingTable(raters: 2, categories: 2)
                for mark in 0..<10 {
                    let agrees = (together ? text : text + mark) % 2 == 0
                    let first = (text / 2 + mark) % 2
                    item.add([first, agrees ? first : 1 - first])
                }
                items.add(item)
            }
            return try #require(Agreement(items, seed: Seed(3), resamples: 500).percent?.interval)
        }
        let (apart, together) = (try interval(together: false), try interval(together: true))
        #expect(together.upper - together.lower > 0.15)
        #expect(apart.upper - apart.lower < 0.01)
    }
}
