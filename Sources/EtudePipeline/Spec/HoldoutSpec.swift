import EtudeCore
import EtudeIngest
public import EtudeSample

/// What is held out from training: skills, topics, and pairs or triples of train skills.
public struct HoldoutSpec: Sendable {
    /// One kind of entries to be held out: those of the categories, those listed, and a share of the rest.
    public struct Entries: Sendable {
        /// Whole categories (skills only).
        public var categories: [String] = []
        /// Ids.
        public var ids: [String] = []
        /// A share of all entries, from 0 to 1.
        public var fraction = 0.0
        /// Whether those take their kin along (skills only).
        public var families = HoldoutRule.Families.apart
    }

    /// A mention that is allowed although it crosses the division.
    public struct AllowedMention: Sendable, Hashable {
        /// The id of the entry whose text mentions the other.
        public var entry: String
        /// The id of the entry that is mentioned.
        public var names: String
        /// Why that does no harm; the certificate lists it.
        public var reason: String
    }

    /// The held-out skills.
    public var skills = Entries()
    /// The held-out topics.
    public var topics = Entries()
    /// How many skills a closed combination has: 2 or 3.
    public var combinationSize = 2
    /// The share of those combinations that no training row may hold.
    public var combinationFraction = 0.0
    /// Mentions across the division that are allowed.
    public var allowedMentions: [AllowedMention] = []

    init(_ reader: YAMLReader?) throws(EtudeError) {
        guard var reader else { return }
        skills = try Self.entries(reader.reader("skills"), isSkills: true)
        topics = try Self.entries(reader.reader("topics"), isSkills: false)
        if var combinations = try reader.reader("combinations") {
            combinationSize = try combinations.int("of") ?? 2
            guard [2, 3].contains(combinationSize) else {
                throw combinations.failure("of", "Pairs (2) or triples (3) can be held out.")
            }
            combinationFraction = try Self.fraction(&combinations)
            try combinations.refuseUnknownKeys()
        }
        for var mention in try reader.readers("allow_mention") ?? [] {
            guard let entry = try mention.string("entry"), let names = try mention.string("names"),
                let reason = try mention.string("reason"), !reason.isEmpty
            else { throw mention.failure(nil, "An allowed mention needs `entry`, `names` and a `reason`.") }
            allowedMentions.append(AllowedMention(entry: entry, names: names, reason: reason))
            try mention.refuseUnknownKeys()
        }
        try reader.refuseUnknownKeys()
    }

    private static func entries(_ reader: YAMLReader?, isSkills: Bool) throws(EtudeError) -> Entries {
        guard var reader else { return Entries() }
        var entries = Entries()
        if isSkills {
            entries.categories = try reader.strings("categories") ?? []
            let words = HoldoutRule.Families.allCases.map(\.rawValue)
            let word = try SplitSpec.choice("families", of: words, default: entries.families.rawValue, &reader)
            entries.families = HoldoutRule.Families(rawValue: word) ?? entries.families
        }
        entries.ids = try reader.strings("ids") ?? []
        entries.fraction = try fraction(&reader)
        try reader.refuseUnknownKeys()
        return entries
    }

    private static func fraction(_ reader: inout YAMLReader) throws(EtudeError) -> Double {
        let fraction = try reader.double("fraction") ?? 0
        guard (0...1).contains(fraction) else { throw reader.failure("fraction", "A share lies between 0 and 1.") }
        return fraction
    }
}
