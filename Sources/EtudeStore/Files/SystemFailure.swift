import EtudeCore
import Glibc

/// Turns failed POSIX calls into sentences.
enum SystemFailure {
    /// The error of the call that failed last, with its purpose, the path and the reason.
    static func error(_ purpose: String, _ path: String, number: Int32 = errno) -> EtudeError {
        let reason = unsafe String(cString: strerror(number))
        return EtudeError(.io, "Cannot \(purpose) \(path): \(reason). \(mend(number))")
    }

    /// The result of a call, which is repeated while a signal interrupts it.
    @discardableResult
    static func check<Result: SignedInteger>(
        _ purpose: String,
        _ path: String,
        _ call: () -> Result
    ) throws(EtudeError) -> Result {
        let result = repeated(call)
        guard result != -1 else { throw error(purpose, path) }
        return result
    }

    /// The result of a call, which is repeated while a signal interrupts it.
    static func repeated<Result: SignedInteger>(_ call: () -> Result) -> Result {
        while true {
            let result = call()
            if result != -1 || errno != EINTR { return result }
        }
    }

    private static func mend(_ number: Int32) -> String {
        switch number {
        case ENOSPC, EDQUOT: "Free some space, or write to another folder, and call the same command again."
        case EACCES, EPERM: "Check who owns it and what rights its folder gives."
        case EROFS: "Write to another folder: this one can only be read."
        case ENOENT: "Check the path."
        case EMFILE, ENFILE: "Raise the limit of open files (`ulimit -n`)."
        default: "Check the path and the file system, and call the same command again."
        }
    }
}
