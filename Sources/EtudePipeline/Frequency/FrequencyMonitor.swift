import Synchronization

/// What a count of frequencies lets others see of it while it goes on.
public final class FrequencyMonitor: Sendable {
    private let read = Atomic(0)
    private let counted = Atomic(0)
    private let total = Atomic(-1)
    /// When the count began.
    public let start = ContinuousClock.now

    /// A monitor of a count that has not begun.
    public init() {}

    /// Bytes read, as they stand in the files.
    public var bytes: Int { read.load(ordering: .relaxed) }

    /// Documents counted.
    public var documents: Int { counted.load(ordering: .relaxed) }

    /// Bytes of all files; nil where that is not known.
    public var totalBytes: Int? {
        let bytes = total.load(ordering: .relaxed)
        return bytes < 0 ? nil : bytes
    }

    func add(_ bytes: Int) {
        read.wrappingAdd(bytes, ordering: .relaxed)
    }

    func add(documents: Int) {
        counted.wrappingAdd(documents, ordering: .relaxed)
    }

    func begin(totalBytes: Int?) {
        total.store(totalBytes ?? -1, ordering: .relaxed)
    }
}
