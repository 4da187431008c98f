/// A suffix automaton of a text's words (Blumer, 1985): finds in one pass which stretches of another text stand in it.
struct WordAutomaton {
    private struct State {
        var length = 0
        var link: Int?
        var next: [String: Int] = [:]
    }

    private var states = [State()]
    private var last = 0

    /// An automaton of some words.
    init(_ words: [String]) {
        for word in words { append(word) }
    }

    private mutating func append(_ word: String) {
        let current = states.count
        states.append(State(length: states[last].length + 1))
        var state: Int? = last
        while let known = state, states[known].next[word] == nil {
            states[known].next[word] = current
            state = states[known].link
        }
        last = current
        guard let state, let target = states[state].next[word] else {
            states[current].link = 0
            return
        }
        guard states[target].length != states[state].length + 1 else {
            states[current].link = target
            return
        }
        let clone = states.count
        states.append(states[target])
        states[clone].length = states[state].length + 1
        var other: Int? = state
        while let known = other, states[known].next[word] == target {
            states[known].next[word] = clone
            other = states[known].link
        }
        states[target].link = clone
        states[current].link = clone
    }

    /// For each word of another text, how many words up to and with it stand in this one as they do there.
    func stretches(in words: [String]) -> [Int] {
        var state = 0
        var length = 0
        return words.map { word in
            while states[state].next[word] == nil, let link = states[state].link {
                state = link
                length = states[link].length
            }
            if let next = states[state].next[word] {
                state = next
                length += 1
            }
            return length
        }
    }
}
