/// Which entries were filed under which hashes.
///
/// A chain of entries hangs from each hash, so that the many buckets of one entry cost no list of their own: 8 bytes for each
/// hash of an entry, and about 20 for each hash that is new.
struct BucketIndex: Sendable {
    private var newest: [UInt64: Int32] = [:]
    private var links: [(entry: Int32, older: Int32)] = []

    /// Files an entry under some hashes.
    mutating func insert(_ entry: Int, under hashes: some Sequence<UInt64>) {
        for hash in hashes {
            let older = newest.updateValue(Int32(links.count), forKey: hash) ?? -1
            links.append((Int32(entry), older))
        }
    }

    /// Adds the entries under any of some hashes to a set.
    func collect(under hashes: some Sequence<UInt64>, into entries: inout Set<Int>) {
        for hash in hashes {
            var link = newest[hash] ?? -1
            while link >= 0 {
                entries.insert(Int(links[Int(link)].entry))
                link = links[Int(link)].older
            }
        }
    }
}
