import EtudeCore
import EtudePublish

extension ReleaseReport {
    // MARK: - Diversity

    /// How varied the texts are, against the release before.
    var variety: HTMLPage.Section {
        let splits = diversity?["splits"]?.array ?? []
        guard !splits.isEmpty else {
            let words = "The release says nothing of how varied its texts are."
            return HTMLPage.Section(id: "diversity", title: "Diversity", parts: [HTML.paragraph(words)])
        }
        let before = earlierDiversity?["splits"]?.array ?? []
        let tables = splits.map { split in
            diversityTable(split, before.first { $0["split"] == split["split"] })
        }
        let others = zip(splits, tables).dropFirst().map { split, table in
            HTML.details(HTML.words(split["split"]?.string ?? ""), [table])
        }
        let against = earlier.last.map { "beside release \($0.release)" } ?? "with no release before it to stand beside"
        let words = """
            On up to \(diversity?["sample"]?.int ?? 0) texts of each split, cut to the same number of words, \(against). Figures \
            compare only for as many texts of the same length; the command "etude diversity" compares two releases that way.
            """
        return HTMLPage.Section(
            id: "diversity",
            title: "Diversity",
            parts: [HTML.paragraph(words)] + tables.prefix(1) + others + [
                HTML.details("What the figures mean", [HTML.list(Self.meanings)])
            ]
        )
    }

    private static let figures: [(key: String, inner: String?, name: String)] = [
        ("texts", nil, "texts compared"), ("words", nil, "words of each"), ("mean_words", nil, "mean words, uncut"),
        ("distinct_1", nil, "distinct-1"), ("distinct_2", nil, "distinct-2"), ("distinct_3", nil, "distinct-3"),
        ("distinct_4", nil, "distinct-4"), ("compression_ratio", nil, "compression"),
        ("self_repetition", nil, "self-repetition"), ("self_bleu", nil, "self-BLEU"),
        ("opening_share", nil, "openings"), ("skills", "kinds", "skills"), ("skills", "evenness", "skills, evenness"),
        ("pairs", "kinds", "pairs of skills"), ("pairs", "evenness", "pairs, evenness"), ("topics", "kinds", "topics"),
        ("topics", "evenness", "topics, evenness"),
    ]

    private static let meanings = [
        "distinct-n: different n-grams per n-gram; 1 where none is repeated.",
        "compression: bytes per byte of gzip; higher is more repetitive.",
        "self-repetition: mean of ln(1 + other texts that share a text's 4-grams).",
        "self-BLEU: mean BLEU-4 of each text against all others, from 0 to 1.",
        "openings: share of texts with one of the 20 commonest first three words.",
        "evenness: 1 where all kinds are as frequent.",
    ]

    private func diversityTable(_ split: JSONValue, _ before: JSONValue?) -> String {
        func number(_ split: JSONValue?, _ figure: (key: String, inner: String?, name: String)) -> Double? {
            let value = split?[figure.key]
            return (figure.inner.flatMap { value?[$0] } ?? value)?.double
        }
        func text(_ value: Double?) -> HTMLTable.Cell { .words(value.map { ReportNumber.plain($0) } ?? "undefined") }
        let rows = Self.figures.map { figure -> [HTMLTable.Cell] in
            let (now, then) = (number(split, figure), number(before, figure))
            guard before != nil else { return [.words(figure.name), text(now)] }
            let change = now.flatMap { now in then.map { now - $0 } }
            let words = change.map { ReportNumber.plain($0) } ?? "–"
            let isMore = words != "0" && (change ?? 0) > 0
            return [.words(figure.name), text(now), text(then), .words(isMore ? "+\(words)" : words)]
        }
        let name = split["split"]?.string ?? ""
        let table = HTMLTable(
            caption: "Diversity of \(name)",
            columns: [.words("figure"), .number("this release")]
                + (before == nil ? [] : [.number("before"), .number("change")]),
            rows: rows
        )
        return table.html
    }

    // MARK: - Cost and speed

    /// What the release cost and how long it took, beside the releases before it.
    var cost: HTMLPage.Section {
        HTMLPage.Section(
            id: "cost",
            title: "Cost and speed",
            parts: [spending] + (earlier.isEmpty ? [pace] : [overTime])
        )
    }

    /// What each model was asked and paid since the dataset began.
    private var spending: String {
        let models = (manifest.cost.members ?? []).filter { $0.value.members != nil }
        guard !models.isEmpty else {
            return HTML.paragraph("No model was paid: built-in models and recorded answers cost nothing.")
        }
        let rows = models.map { model -> [HTMLTable.Cell] in
            let answers = model.value["answers"]?.int ?? 0
            let wait = model.value["milliseconds"]?.int.map { Double($0) / 1_000 / Double(max(1, answers)) }
            return [
                .words(model.key), .count(answers), .count(model.value["failed_tries"]?.int ?? 0),
                .count(model.value["input_tokens"]?.int ?? 0), .count(model.value["output_tokens"]?.int ?? 0),
                .words(wait.map { ReportNumber.plain($0, digits: 2) } ?? "–"),
                .words(Self.money(of: model.value) ?? "–"),
            ]
        }
        let table = HTMLTable(
            caption: "What the dataset has cost since its first release, by model",
            columns: [
                .words("model"), .number("answers"), .number("failed tries"), .number("tokens in"),
                .number("tokens out"), .number("seconds per answer"), .number("money"),
            ],
            rows: rows
        )
        return table.html
    }

    private static func money(of model: JSONValue) -> String? {
        guard let amount = model["money"]?.double, let currency = model["currency"]?.string else { return nil }
        return "\(ReportNumber.plain(amount, digits: 4)) \(currency)"
    }

    private var pace: String {
        guard let seconds = Self.seconds(of: manifest) else {
            return HTML.paragraph("How long the run took is not recorded.")
        }
        let made = manifest.books.map(\.accepted).reduce(0, +)
        let rate = seconds > 0 ? ", \(ReportNumber.plain(Double(made) / seconds, digits: 2)) new rows per second" : ""
        return HTML.paragraph("The run that made the release took \(ReportNumber.plain(seconds, digits: 1)) s\(rate).")
    }

    private static func seconds(of manifest: Manifest) -> Double? {
        manifest.elapsedMilliseconds.map { Double($0) / 1_000 }
    }

    private var overTime: String {
        let all = earlier + [manifest]
        let most = all.map { $0.counts.map(\.accepted).reduce(0, +) }.max() ?? 0
        let rows = all.map { release -> [HTMLTable.Cell] in
            let held = release.counts.map(\.accepted).reduce(0, +)
            let made = release.books.map(\.accepted).reduce(0, +)
            let asked = release.books.map(\.candidates).reduce(0, +)
            let seconds = Self.seconds(of: release)
            let rate = seconds.flatMap { $0 > 0 ? ReportNumber.plain(Double(made) / $0, digits: 2) : nil }
            let tokens = (release.cost.members ?? []).map {
                ($0.value["input_tokens"]?.int ?? 0) + ($0.value["output_tokens"]?.int ?? 0)
            }
            var money: [String: Double] = [:]
            for model in release.cost.members ?? [] {
                guard let currency = model.value["currency"]?.string else { continue }
                money[currency, default: 0] += model.value["money"]?.double ?? 0
            }
            let sums = money.sorted { $0.key < $1.key }.map { "\(ReportNumber.plain($0.value, digits: 2)) \($0.key)" }
            return [
                .count(release.release), .words(String(release.createdAt.prefix(10))), .count(held),
                ShareBar(parts: [ShareBar.Part(name: "keep", value: held)], whole: most).cell, .count(made),
                .words(ReportNumber.share(made, of: asked)),
                .words(seconds.map { ReportNumber.plain($0, digits: 1) } ?? "–"), .words(rate ?? "–"),
                .count(tokens.reduce(0, +)), .words(sums.isEmpty ? "–" : sums.joined(separator: " + ")),
            ]
        }
        return HTMLTable(
            caption: "The releases so far; tokens and money are those spent up to each",
            columns: [
                .number("release"), .number("made on"), .number("rows"), .words("rows"), .number("new rows"),
                .number("accepted"), .number("seconds"), .number("new rows per second"), .number("tokens so far"),
                .number("money so far"),
            ],
            rows: rows
        )
        .html
    }
}
