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
    /// The names' words, in the singular, with their numbers.
    private var vocabulary: [String: Int] = [:]
    /// The same with all their plurals.
    private(set) var table = WordTable([])
    private var states = [State()]
    /// Where each word leads at the beginning, by its number: the state, or 0.
    private var beginnings: [Int] = []

    /// A matcher of some names; a form without letters or digits is never found.
    public init(_ names: [Name]) {
        self.names = names
        let forms = names.map { Folding.nameWords($0.form) }
        lengths = forms.map(\.count)
        for (name, words) in forms.enumerated() where !words.isEmpty { add(words, name) }
        beginnings = (0..<vocabulary.count).map { states[0].next[$0] ?? 0 }
        linkFailures()
        table = WordTable(
            vocabulary.sorted { $0.value < $1.value }.flatMap { word, number in
                Plurals.words(withSingular: word).map {
                    WordTable.Word(text: $0, number: number, isFirst: beginnings[number] != 0)
                }
            }
        )
    }

    /// All matches, overlapping ones too: by first word, the longer first, then in the order of the names.
    public func matches(in text: String) -> [Match] {
        var found: [(words: Range<Int>, name: Int)] = []
        var reading = Reading()
        scan(text.utf8.span, 0..<text.utf8.count, &reading) { found.append(($1, $0)) }
        return matches(found)
    }

    /// All matches in a text that ``Folding/nameWords(_:)`` has folded already, in the same order.
    public func matches(inNameWords words: [String]) -> [Match] {
        var found: [(words: Range<Int>, name: Int)] = []
        var reading = Reading()
        for word in words { take(vocabulary[word], &reading) { found.append(($1, $0)) } }
        return matches(found)
    }

    /// The first of all matches, or nil where the text names nothing.
    public func firstMatch(in text: String) -> Match? {
        matches(in: text).first
    }

    private func matches(_ found: [(words: Range<Int>, name: Int)]) -> [Match] {
        let sorted = found.sorted {
            ($0.words.lowerBound, -$0.words.count, $0.name) < ($1.words.lowerBound, -$1.words.count, $1.name)
        }
        return sorted.map { Match(owner: names[$0.name].owner, form: names[$0.name].form, words: $0.words) }
    }
}

extension NameMatcher {
    /// A node of the automaton: the words read so far, as far as they begin a name.
    private struct State {
        /// Where each further word leads.
        var next: [Int: Int] = [:]
        /// The longest proper suffix that begins a name.
        var failure = 0
        /// The names that end here, the longer first, then in their order.
        var names: [Int] = []
    }

    /// Goes on by the word of a number; nil for a word that stands in no name.
    func take(_ symbol: Int?, _ reading: inout Reading, _ found: (_ name: Int, _ words: Range<Int>) -> Void) {
        reading.position += 1
        guard let symbol else {
            reading.state = 0
            return
        }
        reading.state = following(reading.state, symbol)
        for name in states[reading.state].names { found(name, reading.position - lengths[name]..<reading.position) }
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
                states[next].names += states[failure].names
                queue.append(next)
            }
        }
    }

    private func following(_ state: Int, _ symbol: Int) -> Int {
        var state = state
        while state != 0 {
            if let next = states[state].next[symbol] { return next }
            state = states[state].failure
        }
        return beginnings[symbol]
    }
}
