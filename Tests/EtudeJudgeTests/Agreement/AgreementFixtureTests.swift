import EtudeCore
import EtudeJudge
import Foundation
import Testing

/// Tables measured by scikit-learn, statsmodels and krippendorff; the recipe is Scripts/fixtures/agreement.py.
struct AgreementFixtureTests {
    private struct Measured {
        let line: Int
        let json: JSONValue
        let table: RatingTable
        let firstTwo: RatingTable

        init(line: Int, _ json: JSONValue) throws {
            var reader = RecordReader(json)
            let raters = try reader.int("raters")
            let categories = try reader.int("categories")
            let items = try reader.strings("items").map { item in item.map { $0.wholeNumberValue } }
            var table = RatingTable(raters: raters, categories: categories)
            var firstTwo = RatingTable(raters: 2, categories: categories)
            for item in items {
                table.add(item)
                firstTwo.add(Array(item.prefix(2)))
            }
            (self.line, self.json, self.table, self.firstTwo) = (line, json, table, firstTwo)
        }
    }

    @Test func `kappa, alpha and percent agreement are those of other implementations to 1e-9`() throws {
        let file = projectFolder.appendingPathComponent("Tests/EtudeJudgeTests/Fixtures/agreement.jsonl")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 1000)
        var defined: [String: Int] = [:]
        for (index, line) in lines.enumerated() {
            let measured = try Measured(line: index + 1, try JSONParser.parse(String(line)))
            let found = [
                "percent": PercentAgreement.of(measured.firstTwo), "cohen": CohensKappa.of(measured.firstTwo),
                "fleiss": FleissKappa.of(measured.table), "alpha": KrippendorffAlpha.of(measured.table),
            ]
            for (measure, value) in found {
                let wanted = measured.json[measure]?.double
                #expect((value == nil) == (wanted == nil), "\(measure) of line \(measured.line)")
                guard let value, let wanted else { continue }
                #expect(abs(value - wanted) < 1e-9, "\(measure) of line \(measured.line): \(value), not \(wanted)")
                defined[measure, default: 0] += 1
            }
        }
        // Undefined ones are among the tables, but few.
        #expect(defined.values.allSatisfy { (700..<1000).contains($0) }, "\(defined)")
    }
}
