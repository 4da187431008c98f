import EtudeIngest
import Foundation

/// Gives one input to the reader that the variable `ETUDE_READER` names (a kind of catalog, or `guess`).
///
/// The first byte chooses how the file arrives and is read; the others are the file. Whatever they are, the reader ends with
/// entries or with an error that a person can read.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReaders(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let pieces = Pieces(bytes.dropFirst(), size: Int(bytes[0] >> 2) + 1)
    do {
        let source = try SourceFile(pieces, file: "fuzzed")
        let read = try SourceReading.read(source, file: "fuzzed", reader.settings(bytes[0] & 3))
        precondition(read.entries.allSatisfy { !$0.name.isEmpty }, "an entry has no name")
    } catch {
        precondition(!error.message.isEmpty, "an error says nothing")
    }
    return 0
}

/// The reader that is fuzzed.
private let reader: FuzzedReader = {
    let name = ProcessInfo.processInfo.environment["ETUDE_READER"] ?? "guess"
    guard let reader = FuzzedReader(name) else {
        fatalError("ETUDE_READER should be guess or one of \(CatalogKind.allCases.map(\.rawValue))")
    }
    return reader
}()
