import CLibXML2

/// Finds the position of a name by the pointers under which the parser's dictionary keeps its two parts.
@safe struct NameTable {
    private struct Slot {
        var local: UInt = 0
        var namespace: UInt = 0
        var position = -1
    }

    /// Open addressing, at most half full.
    private var slots: [Slot]
    private let mask: UInt

    /// A table of names, which are entered in the dictionary.
    init(_ names: [XMLName], dictionary: xmlDictPtr?) {
        var size = 16
        while size < names.count * 2 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        mask = UInt(size - 1)
        for (position, name) in names.enumerated() {
            let local = unsafe UInt(bitPattern: xmlDictLookup(dictionary, name.local, -1))
            let namespace = unsafe UInt(
                bitPattern: name.namespace.flatMap { unsafe xmlDictLookup(dictionary, $0, -1) }
            )
            slots[slot(local, namespace)] = Slot(local: local, namespace: namespace, position: position)
        }
    }

    /// The name's position, or -1.
    func position(_ local: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?) -> Int {
        let local = UInt(bitPattern: local)
        let namespace = UInt(bitPattern: namespace)
        return slots[slot(local, namespace)].position
    }

    /// Where the name stands, or the free slot where it would.
    private func slot(_ local: UInt, _ namespace: UInt) -> Int {
        var index = ((local ^ (namespace << 7)) &* 0x9E37_79B9_7F4A_7C15) >> 32 & mask
        while true {
            let slot = slots[Int(index)]
            if slot.local == 0 || (slot.local == local && slot.namespace == namespace) { return Int(index) }
            index = (index + 1) & mask
        }
    }
}
