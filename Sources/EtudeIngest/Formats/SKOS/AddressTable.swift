/// Finds resources by their addresses, which it keeps as bytes, end to end.
struct AddressTable {
    private var bytes: [UInt8] = []
    /// Where the address of each resource stands; nothing for those that have none.
    private var ranges: [Range<Int32>] = []
    /// Resources by the hash of their address, with open addressing; -1 where there is none.
    private var slots = [Int32](repeating: -1, count: 64)
    private var count = 0

    /// How long all addresses are.
    var byteCount: Int { bytes.count }

    /// The resource that has an address.
    func resource(of address: ArraySlice<UInt8>) -> Int32? {
        let resource = slots[slot(of: address)]
        return resource < 0 ? nil : resource
    }

    /// The address of a resource; empty where it has none.
    func address(of resource: Int32) -> ArraySlice<UInt8> {
        guard Int(resource) < ranges.count else { return [] }
        let range = ranges[Int(resource)]
        return bytes[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// Gives a resource, later than all before, an address that none has.
    mutating func add(_ address: ArraySlice<UInt8>, for resource: Int32) {
        if count * 2 >= slots.count { grow() }
        let start = Int32(bytes.count)
        bytes += address
        while ranges.count < Int(resource) { ranges.append(start..<start) }
        ranges.append(start..<Int32(bytes.count))
        slots[slot(of: address)] = resource
        count += 1
    }

    private mutating func grow() {
        let resources = slots.filter { $0 >= 0 }
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for resource in resources { slots[slot(of: address(of: resource))] = resource }
    }

    /// Where the address stands, or the free slot where it would.
    private func slot(of address: ArraySlice<UInt8>) -> Int {
        var hasher = Hasher()
        var word: UInt64 = 0
        var filled = 0
        for byte in address {
            word = word << 8 | UInt64(byte)
            filled += 1
            if filled == 8 {
                hasher.combine(word)
                word = 0
                filled = 0
            }
        }
        hasher.combine(word)
        let mask = slots.count - 1
        var index = hasher.finalize() & mask
        while slots[index] >= 0, self.address(of: slots[index]) != address { index = (index + 1) & mask }
        return index
    }
}
