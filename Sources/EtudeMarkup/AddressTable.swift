import CLibXML2

/// Finds resources by their addresses, which it keeps as bytes, end to end.
public struct AddressTable: Sendable {
    private var bytes: [UInt8] = []
    /// Where the address of each resource stands; nothing for those that have none.
    private var ranges: [Range<Int32>] = []
    /// Resources by the hash of their address, with open addressing; -1 where there is none.
    private var slots = [Int32](repeating: -1, count: 64)
    private var count = 0

    /// A table of no addresses.
    public init() {}

    /// How long all addresses are.
    public var byteCount: Int { bytes.count }

    /// The address of a resource; empty where it has none.
    public func address(of resource: Int32) -> ArraySlice<UInt8> {
        guard Int(resource) < ranges.count else { return [] }
        let range = ranges[Int(resource)]
        return bytes[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// Finds the resource of an address, or gives the address to another.
    ///
    /// - Parameters:
    ///   - address: the address.
    ///   - new: the resource that has it from now on, if none has; its number is above all before.
    /// - Returns: the resource that has the address.
    public mutating func resource(of address: ArraySlice<UInt8>, orNew new: Int32) -> Int32 {
        if count * 2 >= slots.count { grow() }
        let slot = slot(of: address)
        if slots[slot] >= 0 { return slots[slot] }
        let start = Int32(bytes.count)
        bytes += address
        while ranges.count < Int(new) { ranges.append(start..<start) }
        ranges.append(start..<Int32(bytes.count))
        slots[slot] = new
        count += 1
        return new
    }

    private mutating func grow() {
        let resources = slots.filter { $0 >= 0 }
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for resource in resources { slots[slot(of: address(of: resource))] = resource }
    }

    /// Where the address stands, or the free slot where it would.
    private func slot(of address: ArraySlice<UInt8>) -> Int {
        unsafe address.withUnsafeBytes { sought in
            unsafe bytes.withUnsafeBytes { all in
                var hasher = Hasher()
                unsafe hasher.combine(bytes: sought)
                let mask = slots.count - 1
                var index = hasher.finalize() & mask
                while slots[index] >= 0 {
                    let range = ranges[Int(slots[index])]
                    if range.count == sought.count,
                        let start = unsafe all.baseAddress?.advanced(by: Int(range.lowerBound)),
                        unsafe etude_markup_equal(start, sought.baseAddress, sought.count) != 0
                    {
                        return index
                    }
                    index = (index + 1) & mask
                }
                return index
            }
        }
    }
}
