import EtudeText

/// Finds, among names seen before, one that differs by a single letter, by what is left of both when a letter is taken out
/// (Mor and Fraenkel 1982).
struct NearNameIndex {
    /// The longest name that is looked for; longer ones differ enough.
    private static let longest = 60

    /// The names by number.
    private var names: [Int: [Unicode.Scalar]] = [:]
    /// The first name of each rest, by its hash.
    private var rests: [UInt64: Int] = [:]

    /// Adds a name.
    ///
    /// - Parameters:
    ///   - name: its letters.
    ///   - number: the number of its entry.
    /// - Returns: the number of an earlier name that is near and not the same.
    mutating func insert(_ name: [Unicode.Scalar], _ number: Int) -> Int? {
        guard name.count <= Self.longest else { return nil }
        var found: Int?
        for rest in Self.rests(of: name) {
            if let other = rests[rest] {
                if found == nil, let letters = names[other], Self.isNear(letters, name) { found = other }
            } else {
                rests[rest] = number
            }
        }
        names[number] = name
        return found
    }

    /// The hashes of the name itself and of what is left when any letter is taken out.
    private static func rests(of name: [Unicode.Scalar]) -> [UInt64] {
        var rests = [hash(name, without: nil)]
        for index in name.indices where index == 0 || name[index] != name[index - 1] {
            rests.append(hash(name, without: index))
        }
        return rests
    }

    private static func hash(_ name: [Unicode.Scalar], without left: Int?) -> UInt64 {
        var hash: UInt64 = 0
        for (index, letter) in name.enumerated() where index != left {
            hash = TextHash.mixed(hash ^ UInt64(letter.value) &+ 0x9E37_79B9_7F4A_7C15)
        }
        return hash
    }

    /// Whether two names differ by exactly one letter left out, added or exchanged, or by two neighbours swapped.
    static func isNear(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Bool {
        let common = zip(first, second).prefix { $0 == $1 }.count
        let (left, right) = (first[common...], second[common...])
        if left.count == right.count {
            guard left.count > 0 else { return false }
            if left.dropFirst().elementsEqual(right.dropFirst()) { return true }
            return left.count > 1 && left.first == right.dropFirst().first && right.first == left.dropFirst().first
                && left.dropFirst(2).elementsEqual(right.dropFirst(2))
        }
        return left.count > right.count
            ? left.dropFirst().elementsEqual(right) : right.dropFirst().elementsEqual(left)
    }
}
