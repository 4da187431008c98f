/// The figures of the SKILL-MIX leaderboard (skill-mix.github.io): other skills, the uncommon ones of the paper's list, graded
/// by GPT-4, the best of three generations, names deducted.
struct PublishedScores: Sendable {
    /// The three metrics of a cell, in the order of ``EtudeJudge/Metric``.
    typealias Cell = (fullMarks: Double, allSkills: Double, skillFraction: Double)

    /// The smallest k that was published.
    static let firstK = 2

    /// What a reader must know before setting the figures beside others.
    static let caution = """
        Another list of skills and another judge: the uncommon skills of the paper, GPT-4 as judge, names deducted, the best of \
        three generations. The figures give the order of size; they are not to be compared row by row.
        """

    /// The model.
    let model: String
    /// Its cells from k = 2 on; the leaderboard leaves k out once full marks fell under 0.05.
    let cells: [Cell]

    /// The cell at a k; nil where none was published.
    func cell(k: Int) -> Cell? {
        let index = k - Self.firstK
        return cells.indices.contains(index) ? cells[index] : nil
    }

    /// The leaderboard, best first.
    static let leaderboard = [
        PublishedScores(
            model: "GPT-4",
            cells: [(0.95, 0.95, 0.98), (0.66, 0.66, 0.88), (0.48, 0.50, 0.85), (0.12, 0.12, 0.79), (0.08, 0.08, 0.76)]
        ),
        PublishedScores(
            model: "GPT-3.5-turbo",
            cells: [(0.40, 0.49, 0.68), (0.04, 0.04, 0.48), (0, 0, 0.39), (0, 0, 0.36)]
        ),
        PublishedScores(
            model: "Xwin-LM-70B-V0.1",
            cells: [(0.38, 0.51, 0.62), (0.06, 0.08, 0.52), (0, 0, 0.44), (0, 0, 0.39)]
        ),
        PublishedScores(model: "LLaMA-2-70B-Chat", cells: [(0.22, 0.22, 0.58), (0, 0.02, 0.43), (0, 0, 0.40)]),
        PublishedScores(model: "Falcon-180B-Chat", cells: [(0.20, 0.25, 0.45), (0, 0, 0.46), (0, 0, 0.30)]),
        PublishedScores(model: "Qwen-14B-Chat", cells: [(0.09, 0.14, 0.45), (0, 0.02, 0.34), (0, 0, 0.30)]),
        PublishedScores(model: "LLaMA-2-13B-Chat", cells: [(0.06, 0.14, 0.33), (0, 0, 0.30), (0, 0, 0.35)]),
        PublishedScores(model: "LLaMA-2-7B-Chat", cells: [(0.03, 0.09, 0.32), (0, 0, 0.22), (0, 0, 0.20)]),
        PublishedScores(model: "Tigerbot-70B-Chat", cells: [(0.03, 0.12, 0.19), (0, 0, 0.11), (0, 0, 0.08)]),
        PublishedScores(model: "Mistral-7B-Instruct-v0.1", cells: [(0.02, 0.03, 0.35), (0, 0, 0.31), (0, 0, 0.20)]),
    ]
}
