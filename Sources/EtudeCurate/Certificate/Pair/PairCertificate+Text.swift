import EtudeCore

extension PairCertificate {
    /// The certificate for people: what was found by each rule, with the first examples.
    public var text: String {
        var lines = PairSide.allCases.map(heading)
        lines.append("Proved, of these two files:")
        for rule in rules { lines += sentences(on: rule).map { "- \($0)" } }
        lines.append("Not claimed:")
        return (lines + notClaimed.map { "- \($0)" }).joined(separator: "\n")
    }

    private func heading(_ side: PairSide) -> String {
        let counts = json["proved"]?["splits"]?[side.rawValue]
        func count(_ key: String) -> Int { counts?[key]?.int ?? 0 }
        let name = side == .train ? "Training" : "Held out"
        return
            "\(name): \(count("rows")) rows, \(count("skills")) skills, \(count("pairs")) pairs, \(count("triples")) "
            + "triples, \(count("skill_sets")) skill sets, \(count("topics")) topics."
    }

    private func sentences(on rule: PairRule) -> [String] {
        let breaches = breaches(of: rule)
        let mark = "[\(rule.rawValue)]"
        guard breaches > 0 else { return ["\(rule.statement) \(mark)"] }
        let proved = json["proved"]
        switch rule {
        case .skills:
            let (heldOut, train) = (overlap(of: .heldOut), overlap(of: .train))
            let shared = (proved?["shared_skills"]?.array ?? []).compactMap(\.string)
            let more = shared.count > 10 ? ", …" : ""
            return [
                "\(breaches) skills are labels in both files: \(shared.prefix(10).joined(separator: ", "))\(more). \(mark)",
                "\(heldOut.any.count) held-out rows have a skill of training, such as \(heldOut.any.first); "
                    + "\(heldOut.all.count) have no other.",
                "\(train.any.count) training rows have a skill of the held-out file, such as \(train.any.first).",
            ]
        case .sets:
            let rows = overlap(of: .heldOut).same
            return [
                "\(breaches) sets of skills are in both files; \(rows.count) held-out rows have one, such as \(rows.first). "
                    + mark
            ]
        case .pairs, .triples, .topics: return ["\(breaches) \(rule.rawValue) are in both files. \(mark)"]
        case .names:
            return PairSide.allCases.compactMap { side in
                let counts = proved?["splits"]?[side.rawValue]
                guard let rows = counts?["rows_naming_other_side"]?.int, rows > 0 else { return nil }
                let first = counts?["names_of_other_side"]?.array?.first
                return
                    "\(rows) \(side == .train ? "training" : "held-out") rows name a skill of the other file, such as "
                    + "\(first?["row"]?.string ?? ""), which says \"\(first?["name"]?.string ?? "")\". \(mark)"
            }
        case .texts:
            let first = proved?["near_duplicates"]?["pairs"]?.array?.first
            return [
                "\(breaches) training texts are near to one of "
                    + "\(proved?["near_duplicates"]?["held_out_rows"]?.int ?? 0) held-out texts, such as "
                    + "\(first?["train"]?.string ?? "") to \(first?["held_out"]?.string ?? ""). \(mark)"
            ]
        }
    }
}
