import EtudeCore

/// Which of several near rows is kept: the one whose field comes first.
///
/// Numbers come before texts, numbers by size and texts by their bytes; rows with the same value keep the order of the file.
public struct RowPreference: Sendable, Hashable {
    /// The field.
    public var field: String
    /// Whether the greatest value comes first.
    public var prefersGreatest: Bool

    /// The preference for a field's greatest or least value.
    public init(field: String, prefersGreatest: Bool) {
        self.field = field
        self.prefersGreatest = prefersGreatest
    }

    /// A field's value.
    private enum Value: Sendable, Comparable {
        case number(Double)
        case text([UInt8])

        static func < (one: Value, other: Value) -> Bool {
            switch (one, other) {
            case (.number(let one), .number(let other)): one < other
            case (.text(let one), .text(let other)): one.lexicographicallyPrecedes(other)
            case (.number, .text): true
            case (.text, .number): false
            }
        }
    }

    /// Where the rows of a file stand, in the order in which they are decided.
    func places(in file: RowFile, batchBytes: Int, slices: ParallelSlices) async throws -> [RowBatch.Place] {
        let feed = SequentialFeed(file, batchBytes: batchBytes)
        let scanner = JSONScanner(keys: [field])
        var rows: [(value: Value, place: RowBatch.Place)] = []
        while let batch = try await feed.next() {
            let values = try await slices.map(batch.rows.count) { slice in
                try slice.map { try value(of: batch.rows[$0], in: batch.bytes, scanner, file) }
            }
            for (place, value) in zip(batch.rows, values.joined()) { rows.append((value, place)) }
        }
        rows.sort { one, other in
            guard one.value != other.value else { return one.place.line < other.place.line }
            return (one.value < other.value) != prefersGreatest
        }
        return rows.map(\.place)
    }

    private func value(
        of place: RowBatch.Place,
        in bytes: [UInt8],
        _ scanner: JSONScanner,
        _ file: RowFile
    ) throws(EtudeError) -> Value {
        switch try file.members(scanner, in: bytes, place.range, line: place.line)[0] {
        case .some(let value) where value.kind == .number:
            guard let number = Double(String(decoding: bytes[value.range], as: UTF8.self)) else { break }
            return .number(number)
        case .some(let value) where value.kind == .string:
            return .text(JSONText.plain(value.range, of: bytes))
        default: break
        }
        throw file.failure(
            "The field \"\(field)\" is missing, or neither a number nor a text. Name the right field with --prefer.",
            line: place.line
        )
    }
}
