/// Finds all of many names in a text in one pass (Aho and Corasick 1975), word by word, so that no name is found inside a
/// longer word.
///
/// Text and names are folded and made singular by ``Folding/nameWords(_:)``.
public struct NameMatcher: Sendable {
    /// A form of something's name.
    public struct Name: Sendable, Hashable {
        /// What is named, such as a skill's id.
        public let owner: String
        /// How it is written.
        public let form: String

        /// A form of an owner's name.
        public init(owner: String, form: String) {
            self.owner = owner
            self.form = form
        }
    }

    /// A place of a text that names something.
    public struct Match: Sendable, Hashable {
        /// What is named.
        public let owner: String
        /// The form that was found, as it was given.
        public let form: String
        /// Which of the text's folded words it spans.
        public let words: Range<Int>
    }

    private let names: [Name]
    private let lengths: [Int]
    private var vocabulary: [String: Int] = [:]
    private var states = [State()]

    /// A matcher of some names; a form without letters or digits is never found.
    public init(_ names: [Name]) {
        self.names = names
        let forms = names.map { Folding.nameWords($0.form) }
        lengths = forms.map(\.count)
        for (name, words) in forms.enumerated() where !words.isEmpty { add(words, name) }
        linkFailures()
    }

    /// All matches, overlapping ones too: by first word, the longer first, then in the order of the names.
    public func matches(in text: String) -> [Match] {
        matches(inNameWords: Folding.nameWords(text))
    }

    /// All matches in a text that ``Folding/nameWords(_:)`` has folded already, in the same order.
    public func matches(inNameWords words: [String]) -> [Match] {
        var found: [(range: Range<Int>, name: Int)] = []
        scan(words) { found.append(($0, $1)) }
        guard !found.isEmpty else { return [] }
        found.sort { ($0.range.lowerBound, -$0.range.count, $0.name) < ($1.range.lowerBound, -$1.range.count, $1.name) }
        return found.map { match($0.name, $0.range) }
    }

    /// The first of all matches, or nil where the text names nothing.
    public func firstMatch(in text: String) -> Match? {
        matches(in: text).first
    }

    private func match(_ name: Int, _ range: Range<Int>) -> Match {
        Match(owner: names[name].owner, form: names[name].form, words: range)
    }

    private func scan(_ words: [String], _ report: (Range<Int>, Int) -> Void) {
        var state = 0
        for (position, word) in words.enumerated() {
            guard let symbol = vocabulary[word] else {
                state = 0
                continue
            }
            state = following(state, symbol)
            var ending: Int? = state
            while let current = ending {
                for name in states[current].names { report(position + 1 - lengths[name]..<position + 1, name) }
                ending = states[current].shorter
            }
        }
    }
}

extension NameMatcher {
    /// A node of the automaton: the words read so far, as far as they begin a name.
    private struct State {
        /// Where each further word leads.
        var next: [Int: Int] = [:]
        /// The longest proper suffix that begins a name.
        var failure = 0
        /// The longest proper suffix that is a name.
        var shorter: Int?
        /// The names that end here.
        var names: [Int] = []
    }

    private mutating func add(_ words: [String], _ name: Int) {
        var state = 0
        for word in words {
            let symbol = vocabulary[word] ?? vocabulary.count
            vocabulary[word] = symbol
            if let next = states[state].next[symbol] {
                state = next
            } else {
                states[state].next[symbol] = states.count
                state = states.count
                states.append(State())
            }
        }
        states[state].names.append(name)
    }

    /// Links every state, nearest to the root first, to the suffix on which reading goes on.
    private mutating func linkFailures() {
        var queue = Array(states[0].next.values)
        var head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            for (symbol, next) in states[state].next {
                let failure = following(states[state].failure, symbol)
                states[next].failure = failure
                states[next].shorter = states[failure].names.isEmpty ? states[failure].shorter : failure
                queue.append(next)
            }
        }
    }

    private func following(_ state: Int, _ symbol: Int) -> Int {
        var state = state
        while true {
            if let next = states[state].next[symbol] { return next }
            guard state != 0 else { return 0 }
            state = states[state].failure
        }
    }
}
