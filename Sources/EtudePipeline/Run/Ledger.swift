import EtudeCore
import EtudeSample

/// What a dataset's folder remembers of its releases: what may never be drawn or divided otherwise again.
struct Ledger: Sendable, Hashable {
    /// How a release was made.
    enum Kind: String {
        /// From the start, by `run`.
        case run
        /// By going on from the release before, by `refresh`.
        case refresh
    }

    /// A release that was published.
    struct Entry: Sendable, Hashable {
        let release: Int
        /// The release's digest; empty in the copy that the release itself holds.
        var digest: String
        let planHash: String
        /// When it was published, in milliseconds since 1970.
        let publishedAt: Int
        var kind = Kind.run
    }

    /// The version of the format.
    static let version = 2

    /// The name of the dataset.
    let name: String
    /// The releases, in order.
    private(set) var releases: [Entry] = []
    /// The side of every entry that the dataset ever had since its last `run`; nil where nothing is published.
    private(set) var division: Division?
    /// What was drawn since the last `run`.
    private(set) var history = SampleHistory()

    init(name: String) {
        self.name = name
    }

    /// The number that a plan's release gets: a plan whose last release was short is made again under its number.
    func nextRelease(for plan: PipelinePlan) -> Int {
        guard let last = releases.last else { return 1 }
        let isAgain = !plan.isRefresh && last.planHash == plan.hash && last.kind == .run
        return isAgain ? last.release : last.release + 1
    }

    /// When the work on a plan's release began, so far as the ledger knows: at the release before it.
    func beginning(of plan: PipelinePlan) -> Int {
        releases.last { plan.isRefresh || $0.planHash != plan.hash || $0.kind == .refresh }?.publishedAt ?? 0
    }

    /// The ledger with a release entered; an entry of the same number is replaced.
    func entering(_ entry: Entry) -> Ledger {
        var ledger = self
        ledger.releases.removeAll { $0.release == entry.release }
        ledger.releases.append(entry)
        return ledger
    }

    /// The ledger that a release holds, with the digest of the release, which it could not hold itself.
    func published(_ digest: String) -> Ledger {
        var ledger = self
        if let last = ledger.releases.indices.last { ledger.releases[last].digest = digest }
        return ledger
    }

    /// The ledger once the positions of a plan are decided.
    ///
    /// - Parameters:
    ///   - places: by cell, the places of the positions that were decided.
    ///   - plan: the plan; one that goes on from a release adds to what the ledger knows, any other begins anew.
    /// - Returns: the ledger that the next release goes on from.
    func deciding(_ places: [[UInt128]], of plan: PipelinePlan) -> Ledger {
        var ledger = self
        let cells = zip(plan.cells, places).map { $0.history(deciding: $1) }
        let before = plan.isRefresh ? history : SampleHistory()
        ledger.division = plan.isRefresh ? division.map(plan.activeDivision.joined) : plan.activeDivision
        let number = before.epoch(for: plan.activeDivision)
        let epoch = SampleEpoch(number: number, division: plan.activeDivision, cells: cells)
        ledger.history = SampleHistory(epochs: before.epochs.filter { $0.number != number } + [epoch])
        return ledger
    }

    /// Takes what a file says of the division and of what was drawn.
    mutating func restore(
        division: JSONValue,
        closed: [JSONValue],
        epochs: [JSONValue]
    ) throws(EtudeError) {
        var list: [SampleEpoch] = []
        for epoch in epochs { list.append(try SampleEpoch(json: epoch)) }
        history = SampleHistory(epochs: list)
        guard division != .null else { return }
        var reader = RecordReader(division)
        self.division = Division(
            trainSkills: try reader.strings("train_skills"),
            heldOutSkills: try reader.strings("held_out_skills"),
            trainTopics: try reader.strings("train_topics"),
            heldOutTopics: try reader.strings("held_out_topics"),
            closed: Set(closed.map { ($0.array ?? []).compactMap(\.string) })
        )
    }
}
