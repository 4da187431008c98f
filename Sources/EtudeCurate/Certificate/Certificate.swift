public import EtudeCore

/// What is proved of a release's splits, what is measured, and what is not claimed.
///
/// It is a pure function of the rows and of what the release says of itself: no times, no costs.
public struct Certificate: Sendable, Hashable {
    /// The version of the format.
    public static let version = 1

    /// The name of the dataset.
    public let name: String
    /// What the rules found to hold, with counts.
    public let proved: JSONValue
    /// What was counted or estimated without proving anything.
    public let measured: JSONValue

    /// A certificate from its parts.
    ///
    /// - Parameters:
    ///   - name: the name of the dataset.
    ///   - proved: an object.
    ///   - measured: an object.
    public init(name: String, proved: JSONValue, measured: JSONValue = [:]) {
        self.name = name
        self.proved = proved
        self.measured = measured
    }

    /// What nobody should read into the certificate, as sentences.
    public static let notClaimed = [
        "That a text shows no skill beyond its labels: a training text may show a held-out skill that nobody labelled.",
        "That a text does not speak of the other side in words that are no listed name, alias or inflection.",
        "That the search for near duplicates finds every pair: of those right at the threshold it misses about one in 100.",
        "That texts which say the same in other words are recognized as duplicates.",
        "That the marks are right: they are the opinions of the models named as judges.",
        "That what the texts and explanations say is true.",
        "That a model trained on the rows has not met the held-out skills and topics elsewhere.",
    ]

    /// The certificate as a JSON object with keys in their fixed order.
    public var json: JSONValue {
        [
            "version": .int(Self.version),
            "name": .string(name),
            "proved": proved,
            "measured": measured,
            "not_claimed": .array(Self.notClaimed.map(JSONValue.string)),
        ]
    }

    /// The bytes of `certificate.json`: one line of canonical JSON.
    public var bytes: [UInt8] { Array((json.canonicalText + "\n").utf8) }

    /// Compares a published certificate with this one, which was derived from the rows; measurements are not compared.
    ///
    /// - Parameter published: what `certificate.json` holds.
    /// - Returns: one violation of the rule `certificate` for each key that differs.
    public func violations(of published: JSONValue) -> [Violation] {
        let members = (json.members ?? []) + (published.members ?? [])
        let keys = members.map(\.key).filter { $0 != "measured" && published[$0] != json[$0] }
        return Set(keys).sorted().map { key in
            Violation(
                rule: "certificate",
                row: "certificate.json",
                message: "Its `\(key)` is not what follows from the rows."
            )
        }
    }
}
