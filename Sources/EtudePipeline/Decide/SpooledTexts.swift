import EtudeCore
import EtudeCurate
import EtudeStore
import Foundation
import Synchronization

/// Texts in a temporary file without a name, so that memory does not grow with them.
final class SpooledTexts: TextStore {
    private struct State: ~Copyable {
        let spool: SpoolFile
        /// Where each text ends.
        var ends: [Int] = []
    }

    private let state: Mutex<State>

    /// No texts.
    ///
    /// - Parameter directory: the folder whose file system holds them; nil for that of temporary files.
    /// - Throws: ``EtudeError`` with code `io`.
    init(directory: String? = nil) throws(EtudeError) {
        let directory = directory ?? FileManager.default.temporaryDirectory.path()
        state = Mutex(State(spool: try SpoolFile(directory: directory)))
    }

    /// How many texts there are.
    var count: Int { state.withLock { $0.ends.count } }

    /// Adds a text.
    func append(_ text: String) throws(EtudeError) {
        try state.withLock { state throws(EtudeError) in
            try state.spool.append(Array(text.utf8))
            state.ends.append((state.ends.last ?? 0) + text.utf8.count)
        }
    }

    /// The bytes of a text.
    func bytes(of number: Int) throws(EtudeError) -> [UInt8] {
        try state.withLock { state throws(EtudeError) in
            let start = number == 0 ? 0 : state.ends[number - 1]
            return try state.spool.read(at: start, count: state.ends[number] - start)
        }
    }
}
