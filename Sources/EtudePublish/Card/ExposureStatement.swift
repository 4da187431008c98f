public import EtudeCore

/// What a certificate says under `measured.exposure`, in sentences.
public struct ExposureStatement: Sendable, Hashable {
    /// The sentences, the result first.
    public let sentences: [String]

    /// The sentences of a measurement.
    ///
    /// - Parameter json: the object under `exposure`; what is missing in it is not spoken of.
    public init(_ json: JSONValue) {
        if let reason = json["not_measured"]?.string {
            sentences = ["Exposure to held-out skills was not audited: \(reason)"]
            return
        }
        sentences = [Self.result(json), Self.doubt(json), Self.errors(json)].compactMap(\.self)
    }

    /// The statement of a certificate; nil where exposure was not audited.
    ///
    /// - Parameter certificate: what `certificate.json` holds.
    public init?(certificate: JSONValue) {
        guard let json = certificate["measured"]?["exposure"] else { return nil }
        self.init(json)
    }

    private static func result(_ json: JSONValue) -> String? {
        guard let all = json["all"] else { return nil }
        let share = all["share"].flatMap(shares) ?? ""
        guard json["mode"]?.string == "drop" else {
            return """
                Exposure: \(number(all, "shown")) of \(number(all, "audited")) audited training rows show a held-out skill \
                that nobody asked for\(share).
                """
        }
        let drafts = number(all, "rows") + number(all, "dropped")
        return """
            Exposure: \(number(all, "dropped")) of \(drafts) training drafts showed a held-out skill that nobody asked for and \
            were left out\(share).
            """
    }

    private static func shares(_ json: JSONValue) -> String? {
        guard let apparent = json["apparent"]?.double else { return nil }
        guard let corrected = json["corrected"]?.double, let lower = json["lower"]?.double,
            let upper = json["upper"]?.double
        else { return " (\(percent(apparent)), the audit's errors being unknown)" }
        return """
             (\(percent(apparent)); with the audit's errors taken into account \(percent(corrected)), 95% interval \
            \(percent(lower)) to \(percent(upper)))
            """
    }

    private static func doubt(_ json: JSONValue) -> String? {
        guard let all = json["all"] else { return nil }
        let (undecided, failed) = (number(all, "undecided"), number(all, "failed"))
        guard undecided + failed > 0 else { return nil }
        return "Of the audited rows \(undecided) are undecided, and the audit of \(failed) more failed."
    }

    private static func errors(_ json: JSONValue) -> String? {
        guard let probes = json["probes"], let controls = json["controls"] else { return nil }
        return """
            Of the \(number(probes, "labels")) labels of \(number(probes, "texts")) held-out rows mixed in, the audit found \
            \(number(probes, "found")); of \(number(controls, "texts")) texts that only look like a held-out skill it took \
            \(number(controls, "mistaken")) for it.
            """
    }

    private static func number(_ json: JSONValue, _ key: String) -> Int { json[key]?.int ?? 0 }

    private static func percent(_ share: Double) -> String { "\((share * 1_000).rounded() / 10)%" }
}
