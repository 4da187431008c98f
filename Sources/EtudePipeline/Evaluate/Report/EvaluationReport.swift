public import EtudeCore
public import EtudeJudge

/// The result of an evaluation: the metrics of SKILL-MIX by judge, setting, student and k, from graded texts alone.
public struct EvaluationReport: Sendable {
    /// How texts are scored and what is shown.
    public struct Options: Sendable {
        /// What code decides.
        public var rules: ScoringRules
        /// Names or ids of skills whose combinations are dropped.
        public var filteredSkills: [String]
        /// The frequencies of skills and topics, where they are known.
        public var novelty: NoveltyBound?
        /// Whether the figures of the SKILL-MIX leaderboard stand beside the tables.
        public var showsPublished: Bool
        /// The seed of the bootstrap intervals.
        public var seed: Seed

        /// Options; without values the metrics as the papers define them, with the robust sentence counter.
        ///
        /// - Parameters:
        ///   - rules: what code decides.
        ///   - filteredSkills: skills whose combinations are dropped.
        ///   - novelty: frequencies, where they are known.
        ///   - showsPublished: whether published figures are shown.
        ///   - seed: the seed of the bootstrap intervals.
        public init(
            rules: ScoringRules = ScoringRules(),
            filteredSkills: [String] = [],
            novelty: NoveltyBound? = nil,
            showsPublished: Bool = false,
            seed: Seed = Seed(0)
        ) {
            self.rules = rules
            self.filteredSkills = filteredSkills
            self.novelty = novelty
            self.showsPublished = showsPublished
            self.seed = seed
        }
    }

    /// What the texts do not tell.
    public struct Context: Sendable {
        /// What was evaluated, for the heading.
        public var title: String
        /// How many of the skill pairs of a setting's questions training rows hold, by setting and k.
        public var seenPairs: [SeenPairs]
        /// What a reader should know beside what the report finds itself.
        public var warnings: [String]

        /// A context.
        public init(title: String, seenPairs: [SeenPairs] = [], warnings: [String] = []) {
            self.title = title
            self.seenPairs = seenPairs
            self.warnings = warnings
        }
    }

    /// How many skill pairs of the questions at one k stand in training rows.
    public struct SeenPairs: Sendable, Hashable {
        /// The setting.
        public var setting: String
        /// How many skills are combined.
        public var k: Int
        /// Pairs seen, of all pairs.
        public var pairs: BinomialSample

        /// A count of pairs.
        public init(setting: String, k: Int, pairs: BinomialSample) {
            self.setting = setting
            self.k = k
            self.pairs = pairs
        }
    }

    /// One table for each judge and setting.
    public let tables: [EvaluationTable]
    /// How far each two judges agree.
    public let agreements: [JudgeAgreement]
    /// Gradings that are copies of one another.
    public let repeatedGradings: [RepeatedGradings]
    /// What a reader of the tables should know.
    public let warnings: [String]
    let options: Options
    let context: Context

    /// Scores texts.
    ///
    /// - Parameters:
    ///   - texts: the texts, all of one evaluation; students, judges and settings are shown in the order in which they come.
    ///   - options: how they are scored.
    ///   - context: what the texts do not tell.
    /// - Throws: ``EtudeError`` with code `data` where no text has a grading, or the filter leaves none.
    public init(texts: [GradedText], options: Options = Options(), context: Context) throws(EtudeError) {
        let filter = SkillFilter(options.filteredSkills)
        let kept = texts.filter(filter.keeps)
        let judges = Self.unique(kept.flatMap { $0.gradings.map(\.judge) })
        guard !judges.isEmpty else {
            throw EtudeError(
                .data,
                texts.isEmpty || !kept.isEmpty
                    ? "No text has a grading, so there is nothing to compute metrics from."
                    : "Every combination holds a skill that is filtered out; list fewer skills."
            )
        }
        let settings = Self.unique(kept.map(\.setting))
        tables = judges.flatMap { judge in
            settings.compactMap { setting in
                EvaluationTable(
                    kept.filter { $0.setting == setting },
                    judge: judge,
                    setting: setting,
                    options: options
                )
            }
        }
        agreements = JudgeAgreement.all(kept, judges: judges, seed: options.seed.child("agreement"))
        repeatedGradings = Self.repeated(kept, judges)
        warnings =
            context.warnings + Self.filterNote(texts.count - kept.count, options)
            + repeatedGradings.map(\.warning) + Self.ungraded(kept) + tables.flatMap(\.warnings)
        self.options = options
        self.context = context
    }

    /// The elements, each once, in the order in which they come.
    static func unique(_ elements: [String]) -> [String] {
        var seen: Set<String> = []
        return elements.filter { seen.insert($0).inserted }
    }

    private static func filterNote(_ dropped: Int, _ options: Options) -> [String] {
        guard !options.filteredSkills.isEmpty else { return [] }
        let texts = ReportNumber.count(dropped, "text")
        return ["\(texts) left out, the combination holding a skill that is filtered out."]
    }

    private static func repeated(_ texts: [GradedText], _ judges: [String]) -> [RepeatedGradings] {
        unique(texts.map(\.student)).flatMap { student in
            let own = texts.filter { $0.student == student }
            return judges.compactMap { RepeatedGradings(in: own, judge: $0) }
        }
    }

    private static func ungraded(_ texts: [GradedText]) -> [String] {
        unique(texts.map(\.student)).compactMap { student in
            let count = texts.count { $0.student == student && $0.gradings.isEmpty && !$0.isEmpty }
            return count == 0 ? nil : "\(student): \(ReportNumber.count(count, "text")) without a grading left out."
        }
    }
}
