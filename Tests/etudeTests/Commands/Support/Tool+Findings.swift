extension Tool.Output {
    /// A line of `verify`: `place: message [rule]`.
    struct Finding {
        let place: String
        let rule: String
    }

    /// What `verify` found.
    var findings: [Finding] {
        complaints.compactMap { line in
            guard let match = line.wholeMatch(of: /(.+?): .* \[([a-z-]+)\]/) else { return nil }
            return Finding(place: String(match.1), rule: String(match.2))
        }
    }
}
