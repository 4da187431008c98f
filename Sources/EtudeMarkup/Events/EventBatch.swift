import EtudeCore

/// Events in their order, with the bytes of their texts and attributes end to end.
struct EventBatch {
    private enum Event {
        case start(name: Int, line: Int, attributes: Range<Int>)
        case text(Range<Int>)
        case end
    }

    private var events: [Event] = []
    private var attributes: [XMLTag.Attribute] = []
    private var bytes: [UInt8] = []

    /// Hands the events on.
    func deliver(to handler: inout some XMLHandler) throws(EtudeError) {
        for event in events {
            switch event {
            case .start(let name, let line, let range):
                let name = name < 0 ? nil : name
                try handler.start(XMLTag(name: name, line: line, attributes: attributes[range], bytes: bytes))
            case .text(let range): try handler.text(bytes[range])
            case .end: try handler.end()
            }
        }
    }

    /// Forgets the events.
    mutating func clear() {
        events.removeAll(keepingCapacity: true)
        attributes.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Adds the begin of an element, with those attributes whose names are known.
    mutating func addStart(
        _ name: Int,
        _ given: UnsafeBufferPointer<UnsafePointer<UInt8>?>,
        line: Int,
        _ names: borrowing NameTable
    ) {
        let first = attributes.count
        for index in stride(from: 0, to: given.count, by: 5) {
            let name = unsafe names.position(given[index], given[index + 2])
            guard name >= 0, let start = unsafe given[index + 3], let end = unsafe given[index + 4] else { continue }
            let from = bytes.count
            unsafe append(value: UnsafeBufferPointer(start: start, count: end - start))
            attributes.append(XMLTag.Attribute(name: name, value: from..<bytes.count))
        }
        events.append(.start(name: name, line: line, attributes: first..<attributes.count))
    }

    /// Adds a text, to the text before if there is one.
    mutating func addText(_ text: UnsafeBufferPointer<UInt8>) {
        let from = bytes.count
        unsafe bytes.append(contentsOf: text)
        if case .text(let range)? = events.last {
            events[events.count - 1] = .text(range.lowerBound..<bytes.count)
        } else {
            events.append(.text(from..<bytes.count))
        }
    }

    /// Adds the end of an element.
    mutating func addEnd() { events.append(.end) }

    /// Keeps an attribute's value, in which libxml2 leaves each `&` as a reference to be resolved later.
    private mutating func append(value: UnsafeBufferPointer<UInt8>) {
        guard let first = unsafe value.firstIndex(of: UInt8(ascii: "&")) else {
            return unsafe bytes.append(contentsOf: value)
        }
        var rest = unsafe value[...]
        var mark: Int? = first
        while let found = mark {
            unsafe bytes.append(contentsOf: rest[...found])
            unsafe rest = unsafe rest[(found + 1)...]
            if unsafe rest.starts(with: [0x23, 0x33, 0x38, 0x3B]) { unsafe rest = unsafe rest.dropFirst(4) }
            mark = unsafe rest.firstIndex(of: UInt8(ascii: "&"))
        }
        unsafe bytes.append(contentsOf: rest)
    }
}
