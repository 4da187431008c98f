import EtudeCore
import GRDB

/// Turns SQLite's errors into sentences.
enum JournalFailure {
    /// The error to throw for any that came out of the database at a path.
    static func error(_ error: any Error, path: String) -> EtudeError {
        if let error = error as? EtudeError { return error }
        guard let error = error as? DatabaseError else {
            return EtudeError(.fault, "The journal \(path) failed: \(error)")
        }
        let reason = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_FULL:
            return EtudeError(
                .io,
                """
                Cannot write the journal \(path): the disk is full. Free some space and call the same command again: \
                every answer recorded before is kept.
                """
            )
        case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            return EtudeError(
                .io,
                """
                Cannot read or write the journal \(path) (SQLite: \(reason)). Check the disk and the rights of the file \
                and its folder, and call the same command again.
                """
            )
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return EtudeError(.busy, "Another process is using the journal \(path). Wait for its end, or end it.")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            return damaged(path, reason)
        case .SQLITE_MISUSE:
            return EtudeError(.fault, "The journal \(path) was used after it was closed (SQLite: \(reason)).")
        default:
            return EtudeError(.fault, "The journal \(path) failed (SQLite: \(error)).")
        }
    }

    /// The error for a file whose content is not as SQLite or the journal left it.
    static func damaged(_ path: String, _ reason: String) -> EtudeError {
        EtudeError(
            .data,
            """
            The journal \(path) is damaged (\(reason)). Move it aside, with its -wal file if there is one, and put back a \
            copy, or save what can be read by `sqlite3 \(path) .recover | sqlite3 recovered.sqlite`; answers that are not \
            saved are asked, and paid for, again.
            """
        )
    }
}
