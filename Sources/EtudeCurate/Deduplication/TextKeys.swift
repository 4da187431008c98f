/// The hashes under which a text is filed, each in a column of its own kind.
public struct TextKeys: Sendable {
    /// One for each band, the first columns.
    let bands: [UInt32]
    /// Those of a short text's words with some left out, in the last column.
    let words: [UInt32]

    /// The hashes of the text in a group, which no text of another group has but by chance.
    ///
    /// - Parameter group: the hash of the group.
    /// - Returns: as many hashes.
    public func within(_ group: UInt64) -> TextKeys {
        let mask = UInt32(truncatingIfNeeded: group >> 32)
        return TextKeys(bands: bands.map { $0 ^ mask }, words: words.map { $0 ^ mask })
    }

    /// Calls a function with each hash and its column.
    func forEach(_ body: (_ column: Int, _ hash: UInt32) -> Void) {
        for column in bands.indices { body(column, bands[column]) }
        for hash in words { body(bands.count, hash) }
    }
}
