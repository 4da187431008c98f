public import EtudeCore
import EtudeJudge

/// How good the judges of a pipeline are, measured against a person's marks.
public struct CalibrationReport: Sendable {
    private static let fewTexts = 100
    private static let poorKappa = 0.4

    private let calibration: JudgeCalibration
    private let texts: Int
    private let summary: JudgingSummary

    init(_ calibration: JudgeCalibration, texts: Int, summary: JudgingSummary) {
        self.calibration = calibration
        self.texts = texts
        self.summary = summary
    }

    /// The exit code of the command; nil where every text has its marks.
    public var exitCode: EtudeError.Code? { summary.exitCode }

    /// What to be wary of, in sentences.
    public var warnings: [String] {
        var warnings: [String] = []
        if texts < Self.fewTexts {
            warnings.append("\(texts) labelled texts are few; with \(Self.fewTexts) and more the intervals get narrow.")
        }
        for measure in calibration.criteria {
            guard let kappa = measure.kappa?.value, kappa < Self.poorKappa else { continue }
            warnings.append(
                "On \(measure.criterion ?? "all criteria") the judges agree little better with the person than by chance: "
                    + "kappa is below \(Self.poorKappa)."
            )
        }
        return warnings + summary.complaints
    }

    /// The measures for people, a line for each criterion.
    public var text: String { calibration.text }

    /// The measures for programs.
    public var json: JSONValue {
        let members = calibration.json.members ?? []
        return .object(
            [JSONMember("texts", .int(texts)), JSONMember("without_marks", .int(summary.unanswered))] + members
                + [JSONMember("warnings", .array(warnings.map(JSONValue.string)))]
        )
    }
}
